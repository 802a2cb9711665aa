import QtQuick
import QtQuick.Templates as T

// The name of a thing that shows only a sign: after a moment under the pointer, at once with the keyboard, on a long
// press. Made when it is first needed.
Loader {
    id: root
    required property T.AbstractButton target
    property string text
    readonly property bool wanted: text !== "" && target.enabled && (waited || target.visualFocus || held)
    property bool waited: false
    property bool held: false

    Accessible.ignored: true
    active: false
    onWantedChanged: if (wanted) active = true
    Timer { running: root.target.hovered && !root.target.down; interval: 600; onTriggered: root.waited = true; onRunningChanged: if (!running) root.waited = false }
    Connections {
        target: root.target
        function onPressAndHold() { root.held = true }
        function onDownChanged() { if (!root.target.down) root.held = false }
    }
    sourceComponent: T.ToolTip {
        parent: root.target
        visible: root.wanted
        x: Math.round((parent.width - width) / 2)
        y: -height - Theme.s1
        margins: Theme.s2
        padding: Theme.s2
        leftPadding: Theme.s3
        rightPadding: Theme.s3
        implicitWidth: Math.min(words.implicitWidth, 280) + leftPadding + rightPadding
        implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
        background: Rectangle { radius: Theme.radiusSmall; color: Theme.ink }
        contentItem: Label { id: words; role: "caption"; color: Theme.page; text: root.text; wrapMode: Text.WordWrap; Accessible.ignored: true }
    }
}
