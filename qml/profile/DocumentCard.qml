import QtQuick
import CarGo.Ui

// One document: what it is, whether it is here, and what is wrong with it.
Card {
    id: root
    property var document: ({})
    readonly property string state_: document.state || "missing"
    readonly property bool wrong: state_ === "again" || state_ === "failed"
    signal asked()                         // for a picture
    signal retry()
    signal sendAnyway()
    objectName: "identity." + document.kind
    spacing: Theme.s3
    Item {
        width: parent.width
        height: Math.max(sign.height, texts.implicitHeight)
        Icon { id: sign; name: root.wrong || root.state_ === "doubt" ? "error_outline" : root.state_ === "shown" ? "check_circle" : root.state_ === "sending" ? "hourglass_empty" : "radio_button_unchecked"; color: root.wrong ? Theme.danger : root.state_ === "shown" ? Theme.brand : Theme.inkFaint; y: Math.round(Math.max(0, (parent.height - height) / 2)) }
        Column {
            id: texts
            x: sign.width + Theme.s3
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Label { width: parent.width; text: root.document.title || ""; weight: Font.Medium; wrapMode: Text.WordWrap }
            Label { width: parent.width; role: "second"; color: root.wrong ? Theme.danger : root.document.note ? Theme.warn : Theme.inkSoft; wrapMode: Text.WordWrap
                text: root.document.note || (root.state_ === "sending" ? qsTr("On its way, %1 %").arg(Math.round(100 * root.document.progress)) : root.state_ === "shown" ? qsTr("It is here") : root.document.hint || "") }
        }
    }
    // The picture that is held back, in the frame that a document should fill.
    Item {
        visible: root.state_ === "doubt"
        width: parent.width
        height: visible ? Math.round(width * 0.64) : 0
        Photo { anchors.fill: parent; radius: Theme.radiusPhoto; ground: root.color; source: root.document.source || ""; fillMode: Image.PreserveAspectFit; color: Theme.photoGround; sign: "" }
        Rectangle { anchors { fill: parent; margins: Theme.s4 } radius: Theme.radiusSmall; color: "transparent"; border.width: 2; border.color: Theme.photoPillInk; opacity: 0.8 }
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The picture that you chose")
    }
    Button { objectName: "identity.anyway." + root.document.kind; visible: root.state_ === "doubt"; width: parent.width; kind: "text"; text: qsTr("It can be read: send it"); Accessible.description: root.document.title || ""; onClicked: root.sendAnyway() }
    Button { visible: root.state_ === "failed"; width: parent.width; objectName: "identity.retry." + root.document.kind; kind: "tonal"; iconName: "refresh"; text: qsTr("Send again"); Accessible.description: root.document.title || ""; onClicked: root.retry() }
    Button { objectName: "identity.choose." + root.document.kind; visible: root.state_ !== "sending"; width: parent.width; kind: root.state_ === "missing" || root.state_ === "again" || root.state_ === "doubt" ? "tonal" : "outline"; iconName: "add_a_photo"; text: root.state_ === "missing" ? qsTr("Take a picture") : root.state_ === "doubt" ? qsTr("Take it again") : qsTr("Take another"); Accessible.description: root.document.title || ""; onClicked: root.asked() }
}
