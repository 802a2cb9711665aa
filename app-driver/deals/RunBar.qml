import QtQuick
import CarGo.Ui
import CarGo.Driver

// The one thing to do now, in reach of the thumb.
ActionBar {
    id: root
    required property RunViewModel vm
    property string dealId
    readonly property bool offered: ["pickUp", "way", "handover"].indexOf(vm.action) >= 0
    Button { objectName: "run.pickUp"; visible: root.vm.action === "pickUp"; width: parent.width; iconName: "vpn_key"; text: qsTr("Take the car over"); onClicked: Nav.go("pickUp", { dealId: root.dealId }) }
    Button { objectName: "run.checkpoint"; visible: root.vm.action === "way"; width: parent.width; iconName: "place"; text: qsTr("New checkpoint"); onClicked: Nav.go("checkpoint", { dealId: root.dealId }) }
    Button { objectName: "run.handover"; visible: root.vm.action === "handover"; width: parent.width; iconName: "qr_code_scanner"; text: qsTr("Hand the car over"); onClicked: Nav.go("handover", { dealId: root.dealId }) }
}
