// What the scripts in seedance_demo/ui/static find there, for TypeScript.

// Gradio gives these to a script of `js_on_load`.
declare const element: HTMLElement;
declare const props: { value: unknown };
declare const server: Record<string, (...given: unknown[]) => Promise<unknown>>;
declare function trigger(event: string, data?: object): void;
declare function upload(file: File): Promise<{ path: string; url: string }>;
declare function watch(names: string | string[], changed: () => void): void;

// What Gradio's events call by name, as js="seedance.tell".
interface Window {
  seedance: Record<string, (...given: any[]) => any>;
  seedanceLanguages: Record<string, string>;
}

// Each element of the page is HTML, and what a person does is done to one.
interface Element extends HTMLOrSVGElement {}
interface UIEvent {
  readonly target: HTMLElement;
}
