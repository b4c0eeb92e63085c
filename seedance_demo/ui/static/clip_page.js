// Copies the prompt of a shared clip. By the selection, because a page without https has no
// clipboard to write to; a browser that forbids it leaves the words selected.

const button = document.querySelector("button");
const prompt = document.querySelector(".prompt");

if (button && prompt) {
  button.hidden = false;
  button.addEventListener("click", () => {
    getSelection()?.selectAllChildren(prompt);
    if (document.execCommand("copy")) button.textContent = button.dataset.copied ?? "";
  });
}
