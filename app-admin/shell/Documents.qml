import QtQuick
import CarGo.Ui

// What is open: sections, each kept as it was left, and things in tabs of their own. One of them is seen.
FocusScope {
    id: root
    required property var pages            // url of each page by its name
    property string key                    // of what is seen
    readonly property string current: key
    readonly property string pageName: { revision; const at = find(key); return at < 0 ? "" : open_.get(at).page }
    readonly property string title: { revision; return titleOf(key) }
    readonly property alias list: open_
    property string section                // the one that was last seen
    property int revision: 0
    property var params: ({})              // by key; a ListModel holds no objects
    readonly property var things: ["case", "user", "deal", "text"] // pages that stand in tabs of their own

    function keyOf(page, given) { return [page].concat(Object.keys(given).sort().map(name => String(given[name]))).join("/") }
    function find(wanted) { for (let at = 0; at < open_.count; ++at) if (open_.get(at).key === wanted) return at; return -1 }
    function item(wanted) { const at = find(wanted); return at < 0 || !docs.itemAt(at) ? null : (docs.itemAt(at) as Loader).item }
    function titleOf(wanted) { const page = item(wanted); return page ? page.title : "" }
    function open(page, given) {
        if (!pages[page])
            return false
        const wanted = keyOf(page, given ?? {}), thing = things.indexOf(page) >= 0
        if (find(wanted) < 0) {
            params[wanted] = given ?? {}
            open_.append({ key: wanted, page: page, thing: thing })
        }
        show(wanted)
        return true
    }
    function show(wanted) {
        const at = find(wanted)
        if (at < 0)
            return
        if (!open_.get(at).thing)
            section = wanted
        key = wanted
        revision++
        if (item(wanted))
            item(wanted).forceActiveFocus()
    }
    function close(wanted) {
        const at = find(wanted)
        if (at < 0 || !open_.get(at).thing)
            return
        if (!mayLeave(wanted))
            return
        open_.remove(at)
        delete params[wanted]
        if (key === wanted)
            show(section)
        revision++
    }
    // A page with something that nobody has kept yet asks first, and is shown for that.
    function mayLeave(wanted) {
        const page = item(wanted)
        if (!page || !page.mayClose || page.mayClose())
            return true
        show(wanted)
        return false
    }
    function mayClose() {
        for (let at = 0; at < open_.count; ++at)
            if (!mayLeave(open_.get(at).key))
                return false
        return true
    }
    function isThing(wanted) { const at = find(wanted); return at >= 0 && open_.get(at).thing }
    function clear() { key = ""; section = ""; open_.clear(); params = {}; revision++ }
    function tabs() {
        const list = []
        for (let at = 0; at < open_.count; ++at) {
            const doc = open_.get(at)
            if (doc.thing || doc.key === section)
                doc.thing ? list.push(doc.key) : list.unshift(doc.key)
        }
        return list
    }
    function step(by) { const list = tabs(), at = list.indexOf(key); if (list.length > 1) show(list[(at + by + list.length) % list.length]) }
    function reload() { const page = item(key); if (page && page.source) page.source.reload() }
    // cargo-admin://users/ID, cargo-admin://kyc/ID, cargo-admin://queues/kyc, cargo-admin://audit …
    function openLink(kind, id) {
        if (kind === "queues")
            return id !== "" && open("queue", { queue: id })
        if (kind === "knowledge")
            return id !== "" ? open("text", { slug: id }) : open(kind, {})
        if (kind === "users" || kind === "deals")
            return id !== "" ? open(kind.slice(0, -1), kind === "users" ? { userId: id } : { dealId: id }) : open(kind, {})
        return id === "" ? open(kind, {}) : open("case", { queue: kind, itemId: id })
    }

    Accessible.role: Accessible.Pane
    Accessible.ignored: true
    ListModel { id: open_ }
    Repeater {
        id: docs
        model: open_
        Loader {
            id: place
            required property string key
            required property string page
            anchors.fill: parent
            visible: key === root.key
            focus: visible
            Accessible.ignored: true
            Component.onCompleted: setSource(root.pages[page], root.params[key])
            onLoaded: { root.revision++; if (visible) item.forceActiveFocus() }
            Connections { target: place.item; ignoreUnknownSignals: true; function onTitleChanged() { root.revision++ } }
        }
    }
}
