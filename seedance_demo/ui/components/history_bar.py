"""The line above the history: which of its kinds are shown, and all of it as one download; see
`history.js`."""

from markupsafe import Markup

from .job_cards import KINDS

_KIND = Markup("<label><input type='radio' name='shows' value='{}'>{}</label>")
BAR = Markup(
    "<div class='history-bar'><h2 class='heading'>Your clips</h2>"
    "<fieldset id='shows' hidden><legend class='unseen'>Show</legend>{}</fieldset>"
    "<button type='button' data-does='download'>Download all</button>"
    "<p class='said' role='status'></p></div>"
).format(Markup().join(_KIND.format(*each) for each in [("", "All"), *KINDS.items()]))
