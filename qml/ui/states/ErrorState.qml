import QtQuick

// What happened, what is safe, what to do. `offline`: no answer came at all.
EmptyState {
    property bool offline: false
    signal retry()
    iconName: offline ? "cloud_off" : "error_outline"
    tone: offline ? "plain" : "danger"
    title: offline ? qsTr("No connection to CarGo") : qsTr("Could not load")
    actionText: qsTr("Try again")
    onAction: retry()
}
