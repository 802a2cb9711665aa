pragma Singleton
import QtQuick

// Where the user is. Pages ask it to go somewhere by name; the app's shell, which knows the pages, listens and moves.
// Names and parameters are the whole contract, so a shared page never knows which app it lives in.
QtObject {
    property int depth: 1                 // pages on the current stack; the shell keeps it
    property string tab: ""
    property string page: ""              // name of the page on top; the shell keeps it

    signal pushed(string name, var params)
    signal replaced(string name, var params)
    signal popped()
    signal tabChosen(string name)
    signal signInAsked(var next)
    signal signInNeeded(string why, var run)
    signal told(string text, var options)
    signal linked(string kind, string id)  // cargo-admin://: the console knows what its links name

    function go(name, params) { pushed(name, params === undefined ? {} : params) }
    function replace(name, params) { replaced(name, params === undefined ? {} : params) }
    function back() { popped() }
    function openTab(name) { tabChosen(name) }
    // `next` is {name, params} to go on with after the sign-in, or null.
    function askSignIn(next) { signInAsked(next === undefined ? null : next) }

    // Asks a guest to sign in, says why, and calls `run` on the same place as soon as he has.
    function needSignIn(why, run) { signInNeeded(why, run) }

    // Words over the bottom edge, with what Snackbar.show() takes: {action, run, gone, tone, ms}.
    function tell(text, options) { told(text, options === undefined ? {} : options) }

    // cargo://listings/ID, cargo://deals/ID, cargo://conversations/ID, or their first letters, cargo://help/SLUG#anchor. False for
    // anything else.
    function openLink(link) {
        const match = /^cargo:\/\/(listings|deals|conversations|l|d|c)\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\/?$/i.exec(link)
        const help = /^cargo:\/\/help(?:\/([a-z0-9-]{1,60}))?\/?(?:#([a-z0-9-]{1,60}))?$/i.exec(link)
        if (help) {
            help[1] ? go("helpText", { slug: help[1].toLowerCase(), anchor: (help[2] ?? "").toLowerCase() }) : go("help")
            return true
        }
        const desk = /^cargo-admin:\/\/([a-z_]{2,30})(?:\/([0-9a-z-]{1,64}))?\/?$/i.exec(link)
        if (desk)
            linked(desk[1].toLowerCase(), (desk[2] ?? "").toLowerCase())
        if (!match)
            return desk !== null
        const id = match[2].toLowerCase()
        switch (match[1][0].toLowerCase()) {
        case "l": go("listing", { listingId: id }); break
        case "d": go("deal", { dealId: id }); break
        default: go("chat", { conversationId: id })
        }
        return true
    }
}
