import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// How the money would be divided, and what would be booked for it: asked of the server, nothing is changed.
Column {
    id: root
    required property string dispute
    property var amount: ({ amount: 0, currency: "RUB" })
    property real refund: 0
    property bool editable: true
    readonly property var preview: vm.told
    signal refundMoved(real value)
    spacing: Theme.s3
    onRefundChanged: soon.restart()
    onVisibleChanged: if (visible) soon.restart()
    Timer { id: soon; interval: 250; onTriggered: if (root.visible && root.editable && root.amount.amount > 0) vm.give("POST", "admin/disputes/" + root.dispute + "/preview", { outcome: "split", refund: { amount: root.refund, currency: root.amount.currency }, reason_code: "other", text: "-" }) }
    RecordViewModel { id: vm; property var told: null; onGiven: (path, answer) => told = answer }
    MoneyField { objectName: "dispute.refund"; width: Math.min(parent.width, Theme.px(280)); enabled: root.editable; label: qsTr("Back to the buyer"); currency: root.amount.currency; to: root.amount.amount / 100; amountMinor: root.refund; onEdited: if (!isNaN(enteredMinor)) root.refundMoved(Math.min(enteredMinor, root.amount.amount)) }
    Slider { objectName: "dispute.split"; width: parent.width; enabled: root.editable; label: qsTr("Part of the buyer"); valueText: Math.round(value) + " %"; from: 0; to: 100; stepSize: 1; value: root.amount.amount > 0 ? root.refund / root.amount.amount * 100 : 0; onMoved: value => root.refundMoved(Math.round(root.amount.amount * value / 100)) }
    Label { visible: vm.errorText !== "" && root.preview === null; width: parent.width; wrapMode: Text.WordWrap; text: vm.errorText; color: Theme.danger }
    Card {
        visible: root.preview !== null
        width: parent.width
        spacing: Theme.s1
        FactRow { objectName: "dispute.buyerReceives"; width: parent.width; name: qsTr("The buyer receives"); value: root.preview ? Words.money(root.preview.buyer_receives) : ""; strong: true }
        FactRow { width: parent.width; name: qsTr("The driver receives"); value: root.preview ? Words.money(root.preview.driver_receives) : ""; strong: true }
        FactRow { width: parent.width; name: qsTr("Our fee"); value: root.preview ? Words.money(root.preview.fee) : "" }
        Badge { visible: root.preview !== null && !root.preview.feasible; tone: "danger"; iconName: "block"; maximumWidth: parent.width; text: root.preview && root.preview.why_not ? qsTr("The bank cannot do it: %1").arg(root.preview.why_not.detail) : "" }
        Badge { visible: root.preview !== null && root.preview.four_eyes; tone: "warn"; iconName: "done_all"; maximumWidth: parent.width; text: qsTr("Somebody else has to agree first") }
        Divider {}
        Label { role: "label"; text: qsTr("What is booked") }
        Repeater {
            model: root.preview ? root.preview.postings : []
            Item {
                required property var modelData
                width: parent.width
                height: Math.max(account.implicitHeight, sum.implicitHeight) + 4
                Label { id: account; width: parent.width - sum.width - Theme.s3; size: 13; wrapMode: Text.Wrap; text: modelData.entry + " · " + Books.entry(modelData.kind) + " · " + Books.account(modelData.account) }
                Label { id: sum; anchors.right: parent.right; size: 13; weight: Font.DemiBold; text: Figures.money(modelData.amount, modelData.currency) }
            }
        }
    }
}
