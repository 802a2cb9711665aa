import QtQuick

// What happened, what is safe, what to do.
EmptyState {
    signal retry()
    iconName: "cloud_off"
    tone: "danger"
    title: qsTr("Could not load")
    actionText: qsTr("Try again")
    onAction: retry()
}
