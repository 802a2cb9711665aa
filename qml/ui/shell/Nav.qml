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

    function go(name, params) { pushed(name, params === undefined ? {} : params) }
    function replace(name, params) { replaced(name, params === undefined ? {} : params) }
    function back() { popped() }
    function openTab(name) { tabChosen(name) }
    // `next` is {name, params} to go on with after the sign-in, or null.
    function askSignIn(next) { signInAsked(next === undefined ? null : next) }

    // cargo://l/ID, cargo://d/ID, cargo://c/ID. Returns false for anything else.
    function openLink(link) {
        const match = /^cargo:\/\/([ldc])\/([0-9a-fA-F-]{36})\/?$/.exec(link)
        if (!match)
            return false
        const id = match[2].toLowerCase()
        if (match[1] === "l")
            go("listing", { listingId: id })
        else if (match[1] === "d")
            go("deal", { dealId: id })
        else
            go("chat", { conversationId: id })
        return true
    }
}
