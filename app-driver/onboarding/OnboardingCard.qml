import QtQuick
import CarGo.Ui
import CarGo.Driver

// What is left to do before the first deal, with one button for the next of it.
Card {
    id: root
    required property OnboardingViewModel vm
    readonly property int all: vm.steps.length
    objectName: "onboarding"
    spacing: Theme.s3
    Label { width: parent.width; role: "bar"; text: qsTr("Before your first deal"); wrapMode: Text.WordWrap }
    ProgressBar { width: parent.width; name: qsTr("%1 of %2 done").arg(root.vm.done).arg(root.all); value: root.all > 0 ? root.vm.done / root.all : 0 }
    Repeater {
        model: root.vm.steps
        Item {
            id: step
            required property var modelData
            objectName: "onboarding." + modelData.key
            width: root.width - 2 * root.padding
            height: Math.max(sign.height, words.height)
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.title + (modelData.done ? ", " + qsTr("done") : "")
            Icon { id: sign; name: step.modelData.done ? "check_circle" : step.modelData.waits ? "hourglass_empty" : "radio_button_unchecked"; color: step.modelData.done ? Theme.brand : Theme.inkFaint }
            Column {
                id: words
                x: sign.width + Theme.s3
                width: parent.width - x
                Label { width: parent.width; weight: step.modelData.done ? Font.Normal : Font.Medium; color: step.modelData.done ? Theme.inkSoft : Theme.ink; text: step.modelData.title; wrapMode: Text.WordWrap; Accessible.ignored: true }
                Label { visible: !step.modelData.done; width: parent.width; role: "second"; text: step.modelData.text; wrapMode: Text.WordWrap; Accessible.ignored: true }
            }
        }
    }
    Button { objectName: "onboarding.next"; visible: root.vm.next.title !== undefined; width: parent.width; kind: root.vm.next.waits ? "outline" : "filled"; text: root.vm.next.title || ""; onClicked: Nav.go(root.vm.next.page, root.vm.next.params ?? {}) }
}
