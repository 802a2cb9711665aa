import QtQuick
import QtQuick.Templates as T

// One line of text. `secret` hides it behind an eye, `clearable` adds a cross, `prefix` and `suffix` stand inside the frame,
// `busy` says that it is being looked at. What is wrong goes into `errorText`; what was typed stays.
Field {
    id: root

    property alias text: input.text
    property string placeholder
    property string iconName
    property string prefix
    property string suffix
    property bool secret: false
    property bool clearable: false
    property bool busy: false
    property bool counted: false           // shows how many of maximumLength are used
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias input: input            // the line itself: caret, selection, keys
    readonly property bool visualFocus: input.activeFocus
    signal accepted()
    signal edited()

    counter: counted ? input.length + " / " + input.maximumLength : ""

    T.TextField {
        id: input
        objectName: root.objectName === "" ? "" : root.objectName + ".input"
        width: parent.width
        implicitHeight: Math.max(Theme.touch, contentHeight + 2 * (Theme.compact ? Theme.s2 : Theme.s3))
        leftPadding: lead.visible ? lead.x + lead.width + Theme.s2 : Theme.compact ? Theme.s3 : Theme.s4
        rightPadding: tail.width > 0 ? tail.width + Theme.s1 : Theme.compact ? Theme.s3 : Theme.s4
        focus: true
        font.family: Theme.sans
        font.pixelSize: Theme.px(15)
        color: Theme.ink
        selectionColor: Theme.brand
        selectedTextColor: Theme.brandInk
        verticalAlignment: TextInput.AlignVCenter
        selectByMouse: true
        passwordCharacter: "\u2022"         // Inter has it: another sign would come from whatever font the device has
        echoMode: root.secret && !eye.checked ? TextInput.Password : TextInput.Normal
        Accessible.name: root.label !== "" ? root.label : root.placeholder
        Accessible.description: root.note
        onAccepted: root.accepted()
        onTextEdited: Qt.callLater(root.edited) // it comes before anybody is told of the new text, and before its groups stand
        background: FieldGround { focused: input.activeFocus; wrong: root.errorText !== "" }

        Row {
            id: lead
            visible: root.iconName !== "" || root.prefix !== ""
            x: Theme.compact ? Theme.s3 : Theme.s4
            height: parent.height
            spacing: Theme.s2
            Icon { visible: root.iconName !== ""; anchors.verticalCenter: parent.verticalCenter; name: root.iconName; size: 20 }
            Label { visible: root.prefix !== ""; anchors.verticalCenter: parent.verticalCenter; text: root.prefix; color: Theme.inkSoft; Accessible.ignored: true }
        }
        Label {
            x: input.leftPadding
            width: parent.width - x - input.rightPadding
            anchors.verticalCenter: parent.verticalCenter
            visible: input.text === "" && input.preeditText === ""
            text: root.placeholder
            color: Theme.inkFaint
            Accessible.ignored: true
        }
        Row {
            id: tail
            anchors.right: parent.right
            height: parent.height
            BusyDots { visible: root.busy; anchors.verticalCenter: parent.verticalCenter; rightPadding: Theme.s3 }
            IconButton {
                visible: root.clearable && input.length > 0 && !input.readOnly
                anchors.verticalCenter: parent.verticalCenter
                iconName: "close"
                iconSize: 20
                color: Theme.inkSoft
                text: qsTr("Clear")
                onClicked: { input.clear(); input.forceActiveFocus(); root.edited() }
            }
            IconButton {
                id: eye
                visible: root.secret
                checkable: true
                anchors.verticalCenter: parent.verticalCenter
                iconName: checked ? "visibility_off" : "visibility"
                iconSize: 22
                color: Theme.inkSoft
                text: checked ? qsTr("Hide password") : qsTr("Show password")
            }
            Label {
                visible: root.suffix !== ""
                anchors.verticalCenter: parent.verticalCenter
                rightPadding: Theme.compact ? Theme.s3 : Theme.s4
                leftPadding: Theme.s1
                text: root.suffix
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}
