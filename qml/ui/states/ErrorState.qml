import QtQuick

// What happened, what is safe, what to do. `offline`: no answer came at all. Given a `trouble` (kind, title, text, iconName,
// traceId, action, actionText) it draws from that alone.
EmptyState {
    id: root
    property var trouble: null
    property bool offline: false
    readonly property bool told: trouble !== null && trouble.kind !== undefined && trouble.kind !== "none"
    readonly property bool calm: told ? ["offline", "timeout", "slow", "maintenance", "rubbish", "gone", "signedOut", "busy"].indexOf(trouble.kind) >= 0 : offline
    signal retry()
    signal back()
    signal signIn()
    iconName: told ? trouble.iconName : offline ? "cloud_off" : "error_outline"
    tone: calm ? "plain" : "danger"
    title: told ? trouble.title : offline ? qsTr("No connection to CarGo") : qsTr("Could not load")
    Binding on text { when: root.told; value: root.told ? root.trouble.text + (root.trouble.traceId !== "" && !root.calm ? "\n" + qsTr("For support: %1").arg(root.trouble.traceId) : "") : "" }
    actionText: told ? trouble.actionText : qsTr("Try again")
    onAction: told && trouble.action === "back" ? back() : told && trouble.action === "signIn" ? signIn() : retry()
}
