import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Another price or another term, with the reason and its proof, and what it means for the payout before it is sent. Only the
// buyer can say yes; until then the old terms stay.
Page {
    id: root
    footing: foot.height
    property string dealId
    property string reason: "damage"
    property string words
    property real amount: NaN              // minor units
    property real days: NaN
    readonly property var effect: isNaN(amount) ? ({}) : vm.effectOf(amount)
    readonly property bool priceWrong: !isNaN(amount) && effect.receives === undefined
    readonly property bool complete: words.trim() !== "" && !priceWrong && (!isNaN(amount) || !isNaN(days))
    readonly property var reasons: [ { value: "damage", text: qsTr("Damage was found") }, { value: "delay", text: qsTr("The way takes longer") }, { value: "price", text: qsTr("The car costs less") }, { value: "other", text: qsTr("Another reason") } ]
    readonly property string draftKey: dealId !== "" ? "amendment/" + dealId : ""
    function send() {
        draft.save()
        const title = reasons.find(entry => entry.value === reason).text
        if (!vm.propose(isNaN(amount) ? 0 : amount, isNaN(days) ? 0 : days, title + ": " + words.trim(), draftKey))
            return
        uploads.release()
        draft.clear()
        Nav.back()
        Nav.tell(qsTr("Kept. It goes to CarGo as soon as there is a line."), { tone: "good" })
    }
    source: vm
    title: qsTr("Propose other terms")
    back: true
    contentMaximum: 640
    RunViewModel { id: vm; dealId: root.dealId; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    PhotoUploads { id: uploads; draftKey: root.draftKey }
    Draft { id: draft; key: root.draftKey; target: root; properties: ["reason", "words"]; onRestoredChanged: why.text = root.words }
    Flickable {
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s4
            RadioGroup { objectName: "amendment.reason"; width: parent.width; label: qsTr("Why"); model: root.reasons; value: root.reason; onChosen: value => root.reason = value }
            TextArea { id: why; objectName: "amendment.words"; width: parent.width; label: qsTr("What happened"); maximumLength: 1800; minimumLines: 3; onEdited: root.words = text }
            PhotoGrid { objectName: "amendment.photos"; width: parent.width; model: uploads; most: 10; addText: qsTr("Proof"); onAdded: dialog.open(); onRemoved: key => uploads.drop(key); onRetried: key => uploads.retry(key) }
            MoneyField { objectName: "amendment.amount"; width: parent.width; label: qsTr("New price, lower than %1").arg(vm.deal.price || ""); errorText: root.priceWrong ? qsTr("Only a lower price can be proposed: the bank holds no more than the buyer has paid.") : ""; onEnteredMinorChanged: root.amount = enteredMinor }
            NumberField { objectName: "amendment.days"; width: parent.width; label: qsTr("New term in days, now %1").arg(vm.deal.etaDays || ""); from: 1; to: 365; onEnteredChanged: root.days = entered }
            Card {
                objectName: "amendment.effect"
                width: parent.width
                spacing: Theme.s2
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("What it means for you") }
                FactRow { visible: root.effect.receives !== undefined; width: parent.width; name: qsTr("You receive"); value: root.effect.receives || ""; strong: true }
                FactRow { visible: root.effect.receives !== undefined; width: parent.width; name: qsTr("CarGo's fee"); value: root.effect.fee || "" }
                FactRow { visible: root.effect.receives !== undefined; width: parent.width; name: qsTr("Back to the buyer"); value: root.effect.less || "" }
                FactRow { visible: root.effect.receives === undefined; width: parent.width; name: qsTr("You receive"); value: vm.deal.driverReceives || "" }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The number of amendments stands beside your stars. The stars themselves come from reviews alone.") }
            }
        }
    }
    ActionBar {
        id: foot
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "amendment.send"; width: parent.width; enabled: root.complete; text: qsTr("Propose it"); onClicked: root.send() }
    }
    PhotoDialog { id: dialog; onChosen: files => uploads.add(files) }
}
