import QtQuick
import QtQuick.Window
import CarGo.Ui
import CarGo.Client
import CarGo.Profile

// The shell of an app for people on the way: its places, a stack for each, and the way between them. Pages are made when they
// are first seen. What an app shows besides (a tray over the bar) goes into `tray`.
Window {
    id: window
    // [{name, text, iconName, badge}]; each begins with the page of its name.
    required property var places
    // Names of pages by the module that they live in: {"CarGo/Chat": {chat: "ChatPage"}}.
    required property var modules
    readonly property var pages: {
        const all = {}
        for (const module in modules)
            for (const name in modules[module])
                all[name] = "qrc:/qt/qml/" + module + "/" + modules[module][name] + ".qml"
        return all
    }
    readonly property QtObject nav: Nav     // for links from outside and for tests
    readonly property bool wide: width >= Theme.wideFrom
    property int made: 1                     // bits of the places that were visited
    property int place: 0
    property int loaded: 0
    readonly property PageStack stack: loaded >= 0 && stacks.count > place && stacks.itemAt(place) ? (stacks.itemAt(place) as Loader).item as PageStack : null
    readonly property alias unsent: outbox
    property Item tray: null
    signal leaving()                         // to another page: what lies over them gives way

    width: 400
    height: 860
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    color: Theme.page
    title: "CarGo"
    function choose(name) {
        const index = places.findIndex(p => p.name === name)
        if (index < 0)
            return
        if (index === place && stack)
            stack.toRoot()
        made |= 1 << index
        place = index
        Nav.tab = name
    }
    function forget() {
        for (let at = 0; at < stacks.count; ++at) {
            const kept = stacks.itemAt(at)
            if (kept && kept.item)
                kept.item.toRoot()
        }
        made = (1 << place)
    }
    Component.onCompleted: Nav.tab = places[0].name
    Binding { target: Theme; property: "mode"; value: Settings.theme }
    Binding { target: Theme; property: "highContrast"; value: Settings.highContrast }
    Binding { target: Theme; property: "textScale"; value: Settings.textScale }
    Binding { target: Theme; property: "gloves"; value: Settings.gloves }
    Binding { target: Theme; property: "savesData"; value: Settings.savesData }
    Binding { target: Theme; property: "reducedMotion"; value: Settings.reducedMotion }
    Binding { target: Nav; property: "depth"; value: window.stack ? window.stack.depth : 1 }
    Binding { target: Nav; property: "page"; value: window.stack ? window.stack.pageName : "" }
    Connections {
        target: Nav
        function onPageChanged() { Theme.photosAsked = false }
        function onPushed(name, params) { window.leaving(); window.stack.show(name, params) }
        function onReplaced(name, params) { window.stack.exchange(name, params) }
        function onPopped() { window.stack.back() }
        function onTabChosen(name) { window.choose(name) }
        function onTold(text, options) { toast.show(text, options) }
        function onSignInNeeded(why, run) { signIn.ask(why, run) }
        function onSignInAsked(next) { window.stack.show("signIn", { next: next }) }
    }
    Connections {
        target: Session
        // Nothing of the one who left may stay on the screen.
        function onSignedInChanged(signedIn) { if (!signedIn) window.forget() }
        function onEnded() { toast.show(qsTr("Please sign in again. Your deals and chats are safe.")) }
    }
    TabBar { id: rail; objectName: "rail"; visible: window.wide; rail: true; height: parent.height; width: visible ? implicitWidth : 0; model: window.places; current: Nav.tab; onChosen: name => window.choose(name) }
    OfflineBar { id: offline; objectName: "offline"; anchors { left: rail.right; right: parent.right } offline: !Session.online; waiting: outbox.waiting; onOpened: Nav.go("outbox") }
    DataBar { id: data; anchors { left: rail.right; right: parent.right; top: offline.bottom } }
    OutboxModel { id: outbox }
    Item {
        id: body
        anchors { left: rail.right; right: parent.right; top: data.bottom; bottom: trayPlace.top }
        Repeater {
            id: stacks
            model: window.places.length
            Loader {
                required property int index
                anchors.fill: parent
                active: (window.made & (1 << index)) !== 0
                visible: index === window.place
                onLoaded: window.loaded++
                Accessible.ignored: true
                sourceComponent: PageStack { root: window.places[index].name; pages: window.pages }
            }
        }
    }
    Item {
        id: trayPlace
        readonly property bool used: window.tray !== null && window.tray.visible
        anchors { left: rail.right; right: parent.right; bottom: bar.top }
        height: used ? window.tray.implicitHeight : 0
        Binding { target: window.tray; property: "parent"; value: trayPlace; when: window.tray !== null }
        Binding { target: window.tray; property: "width"; value: trayPlace.width; when: window.tray !== null }
        Binding { target: window.tray; property: "height"; value: trayPlace.height; when: window.tray !== null }
    }
    TabBar {
        id: bar
        objectName: "bar"
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !window.wide && Nav.depth === 1
        height: visible ? implicitHeight : 0
        model: window.places
        current: Nav.tab
        onChosen: name => window.choose(name)
    }
    SignInSheet { id: signIn }
    ShellStop { z: 5; anchors.fill: parent }
    Shortcut { sequences: [StandardKey.Back, "Esc"]; enabled: Nav.depth > 1; onActivated: Nav.back() }
    Snackbar { id: toast; z: 10; anchors { horizontalCenter: body.horizontalCenter; bottom: body.bottom; bottomMargin: (window.stack ? window.stack.footing : 0) + Theme.s4 } }
}
