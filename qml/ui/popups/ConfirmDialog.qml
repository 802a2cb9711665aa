import QtQuick

// Asks once before something that cannot be taken back. `confirmText` says what will be done, never «OK».
Sheet {
    id: root
    property string text
    property string confirmText
    property string cancelText: qsTr("Not now")
    property bool dangerous: false
    property bool busy: false              // stays open and busy until the answer is there; then the caller closes it
    property bool closes: true
    signal confirmed()
    signal cancelled()

    maximumWidth: 440
    Label { width: parent.width; visible: text !== ""; text: root.text; wrapMode: Text.WordWrap; color: Theme.inkSoft }
    footer: ButtonRow {
        width: parent.width
        Button { objectName: "dialog.cancel"; width: parent.cell; kind: "outline"; enabled: !root.busy; text: root.cancelText; onClicked: { root.close(); root.cancelled() } }
        Button { objectName: "dialog.confirm"; width: parent.cell; kind: root.dangerous ? "destructive" : "filled"; busy: root.busy; enabled: !root.busy; text: root.confirmText; onClicked: { if (root.closes) root.close(); root.confirmed() } }
    }
}
