import QtQuick
import CarGo.Ui

// What went wrong. The money stays at the bank while it is looked into.
Sheet {
    id: root
    property string reason
    signal sent(string reason, string text, var photos)

    title: qsTr("What went wrong?")
    Banner { width: parent.width; iconName: "lock"; text: qsTr("The money stays at the bank and our clocks stand still until it is decided. You and the driver have 72 hours for evidence.") }
    Choice {
        objectName: "dispute.reason"
        width: parent.width
        value: root.reason
        onChosen: value => root.reason = value
        model: [ { value: "not_as_described", text: qsTr("Not as described") }, { value: "damaged", text: qsTr("Damaged") }, { value: "late", text: qsTr("Late") }, { value: "not_delivered", text: qsTr("Not delivered") },
                 { value: "documents", text: qsTr("Documents") }, { value: "price_changed", text: qsTr("The price was changed") }, { value: "no_contact", text: qsTr("No answer") }, { value: "other", text: qsTr("Something else") } ]
    }
    TextArea { id: text; objectName: "dispute.text"; width: parent.width; label: qsTr("Tell what happened"); minimumLines: 3; maximumLength: 4000 }
    EvidencePhotos { id: photos; objectName: "dispute.photos"; width: parent.width }
    onClosed: photos.clear()
    footer: Button { objectName: "dispute.send"; width: parent.width; kind: "danger"; text: photos.ready ? qsTr("Report the problem") : qsTr("Photos are on their way…"); enabled: root.reason !== "" && text.text.trim() !== "" && photos.ready; onClicked: { root.sent(root.reason, text.text.trim(), photos.mediaIds()); root.close() } }
}
