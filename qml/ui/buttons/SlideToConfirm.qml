import QtQuick

// For what cannot be taken back: the knob is pulled to the end. With the keyboard or a screen reader it is pressed twice:
// once to ask, once to do.
FocusScope {
    id: root
    property string text
    property string askText: qsTr("Press again to confirm")
    property string iconName: "chevron_right"
    property bool busy: false
    property bool dangerous: false
    property bool asked: false
    property bool visualFocus: activeFocus && !finger.active
    readonly property color tint: dangerous ? Theme.danger : Theme.brand
    readonly property color tintInk: dangerous ? Theme.dangerInk : Theme.brandInk
    readonly property real most: width - knob.width - 8
    readonly property real part: most > 0 ? Math.max(0, Math.min(1, (knob.x - 4) / most)) : 0
    signal confirmed()

    function press() {
        if (busy || !enabled)
            return
        asked = !asked
        if (!asked)
            confirmed()
    }
    implicitWidth: 320
    implicitHeight: Math.max(60, words.implicitHeight + 2 * Theme.s3)
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.5
    Accessible.role: Accessible.Button
    Accessible.name: asked ? askText : text
    Accessible.description: busy ? qsTr("Please wait") : ""
    Accessible.focusable: true
    Accessible.onPressAction: press()
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()
    Keys.onSpacePressed: press()
    Keys.onEscapePressed: event => { event.accepted = asked; asked = false }
    onActiveFocusChanged: if (!activeFocus) asked = false

    Rectangle {
        anchors.fill: parent
        radius: 20
        color: Theme.ground(root.dangerous ? "danger" : "good")
        border.width: Theme.highContrast ? 2 : 0
        border.color: root.tint
        FocusRing { target: root; corner: 20 }
    }
    Rectangle { visible: knob.x > 5; x: 0; width: knob.x + knob.width + 4; height: parent.height; radius: 20; color: root.tint; opacity: 0.25 }
    Label {
        id: words
        x: knob.width + Theme.s4
        width: parent.width - x - Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        role: "strong"
        text: root.asked ? root.askText : root.text
        color: root.dangerous ? Theme.danger : Theme.brandSoftInk
        opacity: 1 - root.part * 0.9
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
    Rectangle {
        id: knob
        objectName: root.objectName === "" ? "" : root.objectName + ".knob"
        x: 4
        y: 4
        width: 64
        height: parent.height - 8
        radius: 16
        color: root.tint
        BusyDots { visible: root.busy; anchors.centerIn: parent; color: root.tintInk }
        Icon { visible: !root.busy; anchors.centerIn: parent; name: root.iconName; size: 28; color: root.tintInk }
        DragHandler {
            id: finger
            enabled: !root.busy && root.enabled
            yAxis.enabled: false
            xAxis.minimum: 4
            xAxis.maximum: 4 + root.most
            onActiveChanged: {
                if (active)
                    return
                const done = root.part > 0.92
                back.start()
                if (done)
                    root.confirmed()
            }
        }
        NumberAnimation { id: back; target: knob; property: "x"; to: 4; duration: Theme.calm; easing.type: Easing.OutCubic }
    }
}
