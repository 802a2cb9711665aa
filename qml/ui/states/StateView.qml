import QtQuick

// What a list or a page shows instead of its content, or beside it. phase: ready, loading, empty, error, offline, denied,
// missing, maintenance, update. While something old can be shown (`stale`), loading and failing do not take it away: the
// content stays and a line above says how things are.
Item {
    id: root
    property string phase: "ready"
    property bool stale: false
    property int inset: Theme.s6           // of the words from both sides
    property Component skeleton: null      // in the shape of what comes; rows of a list without one
    property string emptyIcon: "inbox"
    property string emptyTitle
    property string emptyText
    property string emptyAction
    property Component emptyContent: null  // instead of icon, words and action
    property string errorText              // what happened, what is safe, what to do
    property string traceText              // short id for the support
    property var trouble: null             // of the phase error, as ErrorState takes it; instead of the two above
    default property alias content: body.data
    readonly property bool showsContent: phase === "ready" || (stale && (phase === "loading" || phase === "error" || phase === "offline"))
    signal emptyActed()
    signal retried()
    signal back()                          // what a trouble may offer
    signal signIn()
    signal updated()                       // the way to the newer version was asked for

    readonly property var words: ({
        error: { icon: "error_outline", tone: "danger", title: qsTr("Could not load"), text: errorText, action: qsTr("Try again") },
        offline: { icon: "cloud_off", tone: "plain", title: qsTr("No connection to CarGo"), text: errorText !== "" ? errorText : qsTr("Check the network. What you wrote is kept and sent later."), action: qsTr("Try again") },
        denied: { icon: "lock", tone: "plain", title: qsTr("This is not open to you"), text: errorText, action: "" },
        missing: { icon: "search", tone: "plain", title: qsTr("There is nothing here"), text: errorText !== "" ? errorText : qsTr("It was removed, or the link is not right."), action: "" },
        maintenance: { icon: "build", tone: "plain", title: qsTr("CarGo is being looked after"), text: errorText !== "" ? errorText : qsTr("Deals and money are safe. Please come back in a few minutes."), action: qsTr("Try again") },
        update: { icon: "update", tone: "brand", title: qsTr("This version is too old"), text: errorText !== "" ? errorText : qsTr("Please update the app. Your deals and chats stay."), action: qsTr("Update") }
    })
    implicitHeight: showsContent ? line.height + body.childrenRect.height : phase === "loading" ? place.implicitHeight : state.implicitHeight
    implicitWidth: 320

    Banner {
        id: line
        visible: root.stale && (root.phase === "error" || root.phase === "offline")
        width: parent.width
        height: visible ? implicitHeight : 0
        tone: root.phase === "offline" ? "warn" : "danger"
        iconName: root.phase === "offline" ? "cloud_off" : "error_outline"
        title: visible ? root.words[root.phase].title : ""
        text: root.errorText
        actionText: qsTr("Try again")
        onAction: root.retried()
    }
    Item { id: body; visible: root.showsContent; anchors { left: parent.left; right: parent.right; top: line.bottom; topMargin: line.visible ? Theme.s3 : 0; bottom: parent.bottom } }
    Loader {
        id: place
        active: root.phase === "loading" && !root.stale
        width: parent.width
        sourceComponent: root.skeleton !== null ? root.skeleton : rows
    }
    Component { id: rows; SkeletonList { rows: 4 } }
    Loader {
        id: state
        anchors.fill: parent
        active: !root.showsContent && root.phase !== "loading"
        sourceComponent: root.phase === "empty" && root.emptyContent !== null ? other : root.phase === "error" && root.trouble !== null ? troubled : words
    }
    // Each a little above the middle, where there is room.
    Component {
        id: other
        Item {
            implicitHeight: its.height + 2 * Theme.s6
            Loader { id: its; width: parent.width; y: Math.max(Theme.s6, Math.round((parent.height - height) * 0.42)); sourceComponent: root.emptyContent }
        }
    }
    Component {
        id: troubled
        Item {
            implicitHeight: error.implicitHeight + 2 * Theme.s6
            ErrorState { id: error; width: Math.min(360, parent.width - 2 * root.inset); anchors.horizontalCenter: parent.horizontalCenter; y: Math.max(Theme.s6, Math.round((parent.height - height) * 0.42)); trouble: root.trouble; onRetry: root.retried(); onBack: root.back(); onSignIn: root.signIn() }
        }
    }
    Component {
        id: words
        Item {
            readonly property var said: root.words[root.phase] ? root.words[root.phase] : null
            implicitHeight: told.implicitHeight + 2 * Theme.s6
            EmptyState {
                id: told
                width: Math.min(360, parent.width - 2 * root.inset)
                anchors.horizontalCenter: parent.horizontalCenter
                y: Math.max(Theme.s6, Math.round((parent.height - height) * 0.42))
                iconName: parent.said ? parent.said.icon : root.emptyIcon
                tone: parent.said ? parent.said.tone : "brand"
                title: parent.said ? parent.said.title : root.emptyTitle
                text: parent.said ? parent.said.text : root.emptyText
                note: root.phase === "error" ? root.traceText : ""
                actionText: parent.said ? parent.said.action : root.emptyAction
                onAction: root.phase === "update" ? root.updated() : parent.said ? root.retried() : root.emptyActed()
            }
        }
    }
}
