import QtQuick
import QtQuick.Window
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The console of the staff: sections at the left, what is open in tabs, and over both whoever must sign in first.
Window {
    id: window
    readonly property var modules: ({
        "CarGo/Admin": { overview: "OverviewPage", queue: "QueuePage", case: "CasePage", users: "UsersPage", user: "UserPage", deal: "DealPage", ledger: "LedgerPage", stats: "StatsPage", audit: "AuditPage", settings: "SettingsPage", knowledge: "KnowledgePage", text: "KnowledgeTextPage", macros: "MacrosPage", concepts: "ConceptsPage", ops: "OpsPage" } })
    readonly property var pages: {
        const all = {}
        for (const module in modules)
            for (const name in modules[module])
                all[name] = "qrc:/qt/qml/" + module + "/" + modules[module][name] + ".qml"
        return all
    }
    readonly property QtObject nav: Nav     // for links from outside and for tests
    readonly property alias documents: documents
    readonly property alias counts: counts
    readonly property var permissions: Session.user.permissions ?? []
    function may(permission) { return permissions.indexOf("admin") >= 0 || permissions.indexOf(permission) >= 0 }

    width: 1440
    height: 900
    minimumWidth: 900
    minimumHeight: 600
    visible: true
    color: Theme.page
    title: documents.title !== "" ? documents.title + " · CarGo" : "CarGo"
    onClosing: close => { close.accepted = documents.mayClose() && leaving.mayClose() }
    Binding { target: Theme; property: "mode"; value: Settings.theme }
    Binding { target: Theme; property: "highContrast"; value: Settings.highContrast }
    Binding { target: Theme; property: "textScale"; value: Settings.textScale }
    Binding { target: Theme; property: "reducedMotion"; value: Settings.reducedMotion }
    Binding { target: Theme; property: "density"; value: Settings.density }
    Binding { target: Nav; property: "page"; value: documents.pageName }
    Binding { target: Nav; property: "tab"; value: documents.pageName }
    RecordsViewModel { id: counts; path: Session.signedIn ? "admin/queues" : "" }
    Timer { interval: 20000; repeat: true; running: Session.signedIn && window.active; onTriggered: { counts.refresh(); news.refresh() } }
    Connections {
        target: Nav
        function onPushed(name, params) { documents.open(name, params) }
        function onReplaced(name, params) { documents.open(name, params) }
        function onPopped() { documents.close(documents.current) }
        function onTabChosen(name) { documents.open(name, {}) }
        function onTold(text, options) { toast.show(text, options) }
        function onLinked(kind, id) { if (!documents.openLink(kind, id)) Nav.tell(qsTr("This link leads nowhere here."), { tone: "warn" }) }
    }
    Component.onCompleted: begin()
    function begin() { if (Session.signedIn && documents.key === "") documents.open("overview", {}) }
    Connections { target: Session; function onSignedInChanged() { Qt.callLater(window.begin) } }
    Connections {
        target: Decisions
        function onSent() { counts.refresh() }
    }
    Leaving { id: leaving; onDone: window.close() }
    FocusScope {
        id: desk
        anchors.fill: parent
        focus: true
        enabled: Session.signedIn
        Keys.onPressed: event => {
            event.accepted = event.text === "?"
            if (event.accepted)
                cheatSheet.open()
        }
        DeskNav { id: rail; height: parent.height; counts: counts.rows; may: permission => window.may(permission); current: documents.key; onChosen: (page, params) => documents.open(page, params) }
        DeskTabs { id: strip; anchors { left: rail.right; right: parent.right } documents: documents; unread: news.unread; onSearchAsked: finder.open(); onKeysAsked: cheatSheet.open(); onNewsAsked: news.open() }
        OfflineBar { id: offline; anchors { left: rail.right; right: parent.right; top: strip.bottom } offline: !Session.online; text: qsTr("No connection. What you typed stays here.") }
        Documents { id: documents; pages: window.pages; anchors { left: rail.right; right: parent.right; top: offline.bottom; bottom: waiting.top } focus: true }
        DecisionStrip { id: waiting; anchors { left: rail.right; right: parent.right; bottom: parent.bottom } }
    }
    Shortcut { sequence: "Ctrl+K"; enabled: desk.enabled; onActivated: finder.open() }
    Shortcut { sequence: "Ctrl+W"; enabled: desk.enabled; onActivated: documents.close(documents.key) }
    Shortcut { sequences: ["Ctrl+Tab", "Ctrl+PgDown"]; enabled: desk.enabled; onActivated: documents.step(1) }
    Shortcut { sequences: ["Ctrl+Shift+Tab", "Ctrl+PgUp"]; enabled: desk.enabled; onActivated: documents.step(-1) }
    Shortcut { sequences: [StandardKey.Refresh]; enabled: desk.enabled; onActivated: documents.reload() }
    Shortcut { sequence: "Ctrl+Shift+N"; enabled: desk.enabled; onActivated: windows.detach() }
    CaseWindows { id: windows; documents: documents }
    Connections { target: Session; function onSignedInChanged(signedIn) { if (!signedIn) windows.closeAll() } }
    readonly property alias windows: windows
    NewsSheet { id: news }
    FindSheet { id: finder }
    KeysSheet { id: cheatSheet }
    StepUpSheet {}
    SignInCover { id: cover; anchors.fill: parent; z: 20; onStranger: documents.clear() }
    Snackbar { id: toast; z: 30; anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.s4 + waiting.height } }
}
