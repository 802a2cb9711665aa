import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// The report itself: one reason, what happened, photos. What becomes of the money is said before it is sent.
Item {
    id: root
    required property DealViewModel vm
    property int side: Theme.s4
    property string reason
    property alias words: text.text
    readonly property bool complete: reason !== "" && words.trim() !== "" && photos.ready
    Draft { id: draft; key: root.vm.dealId !== "" ? "dispute/" + root.vm.dealId : ""; target: root; properties: ["reason", "words"] }
    // The photos go with it.
    function send() { root.vm.openDispute(root.reason, root.words.trim(), draft.key); photos.release(); root.reason = ""; root.words = ""; draft.clear() }
    Flickable {
        objectName: "dispute.form"
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            Banner { width: parent.width; iconName: "lock"; title: qsTr("The money stays at the bank"); text: qsTr("Our clocks stand still until it is decided. Both of you can add evidence until the moment that we show you then.") }
            Button { objectName: "dispute.rules"; x: -Theme.s3; kind: "text"; text: qsTr("How disputes are decided"); onClicked: Nav.go("helpText", { slug: "disputes" }) }
            RadioGroup {
                objectName: "dispute.reason"
                width: parent.width
                label: qsTr("The reason")
                value: root.reason
                onChosen: value => root.reason = value
                model: [ { value: "not_as_described", text: qsTr("Not as described"), detail: qsTr("Another year, mileage or equipment") }, { value: "damaged", text: qsTr("Damaged"), detail: qsTr("Something that was not on the photos") },
                         { value: "late", text: qsTr("Late"), detail: qsTr("The agreed term is over") }, { value: "not_delivered", text: qsTr("Not delivered"), detail: qsTr("The car is not where it was agreed") },
                         { value: "documents", text: qsTr("Documents"), detail: qsTr("Something is missing or does not fit") }, { value: "price_changed", text: qsTr("The price was changed"), detail: qsTr("The driver asks for more") },
                         { value: "no_contact", text: qsTr("No answer"), detail: qsTr("The driver is silent for days") }, { value: "other", text: qsTr("Something else") } ]
            }
            TextArea { id: text; objectName: "dispute.text"; width: parent.width; label: qsTr("Tell what happened"); hint: qsTr("What was agreed, what is there, when you saw it"); minimumLines: 4; maximumLength: 4000 }
            Column {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "label"; wrapMode: Text.WordWrap; text: qsTr("Photos: one from afar, one from close, the odometer, the papers") }
                EvidencePhotos { id: photos; draftKey: draft.key; objectName: "dispute.photos"; width: parent.width }
            }
        }
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "dispute.send"; width: parent.width; kind: "danger"; text: qsTr("Report the problem"); busy: root.vm.busy; enabled: root.complete; onClicked: root.send() }
    }
}
