import QtQuick
import CarGo.Ui
import CarGo.Deals

// What the bank says of the payments, and what help needs: the number of the deal. The words for the family hold no price.
Card {
    id: root
    required property DealViewModel vm
    signal copied(string what)
    function copy(text, what) { clip.text = text; clip.selectAll(); clip.copy(); copied(what) }
    padding: 4
    TextEdit { id: clip; visible: false }
    Repeater {
        model: root.vm.receipts
        ListRow { required property var modelData; width: root.width - 8; enabled: false; opacity: 1; arrow: false; detailLines: 3; iconName: "receipt"; text: modelData.value; detail: modelData.title + " · " + modelData.detail }
    }
    ListRow { objectName: "deal.act"; visible: root.vm.hasAct; width: parent.width; arrow: false; iconName: "picture_as_pdf"; text: qsTr("Delivery act"); detail: qsTr("A page to print, with its fingerprint"); onClicked: root.vm.saveAct("pdf") }
    ListRow { objectName: "deal.act.data"; visible: root.vm.hasAct; width: parent.width; arrow: false; iconName: "description"; text: qsTr("The act as data"); detail: qsTr("JSON: what the fingerprint is of"); onClicked: root.vm.saveAct("json") }
    Divider { visible: root.vm.receipts.length > 0 || root.vm.hasAct; inset: Theme.s4 }
    ListRow { objectName: "deal.share"; width: parent.width; arrow: false; iconName: "share"; text: qsTr("Tell the family"); detail: qsTr("Where the car is, in words without the price"); onClicked: root.copy(root.vm.shareText, qsTr("The words are copied. Paste them anywhere.")) }
    ListRow { objectName: "deal.number"; width: parent.width; arrow: false; iconName: "content_copy"; text: qsTr("Number of the deal: %1").arg(root.vm.deal.number || ""); detail: qsTr("Support asks for it"); onClicked: root.copy(root.vm.deal.number, qsTr("The number is copied")) }
}
