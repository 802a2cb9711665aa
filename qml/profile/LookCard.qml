import QtQuick
import CarGo.Ui
import CarGo.Client

// Language, colours, size of letters and motion; each change shows at once, here and everywhere.
Card {
    id: root
    spacing: Theme.s4
    component Part: Column { width: parent ? parent.width : 0; spacing: Theme.s2 }
    Part {
        Label { text: qsTr("Language"); role: "label"; width: parent.width; wrapMode: Text.WordWrap }
        SegmentedControl { objectName: "language"; width: parent.width; name: qsTr("Language"); value: Settings.language; onChosen: value => Settings.language = value; model: [ { value: "ru", text: "Русский" }, { value: "en", text: "English" } ] }
    }
    Part {
        Label { text: qsTr("Look"); role: "label"; width: parent.width; wrapMode: Text.WordWrap }
        SegmentedControl { objectName: "theme"; width: parent.width; name: qsTr("Look"); value: Settings.theme; onChosen: value => Settings.theme = value; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") }, { value: "system", text: qsTr("System") } ] }
    }
    Part {
        Slider { objectName: "text"; width: parent.width; label: qsTr("Size of the letters"); from: 1; to: 2; stepSize: 0.1; value: Math.max(1, Settings.textScale); valueText: Math.round(value * 100) + " %"; onMoved: value => Settings.textScale = Math.round(value * 10) / 10 }
        Rectangle {
            width: parent.width
            height: sample.implicitHeight + 2 * Theme.s3
            radius: Theme.radiusPhoto
            color: Theme.sunken
            Column { id: sample; x: Theme.s3; y: Theme.s3; width: parent.width - 2 * Theme.s3; spacing: Theme.s1
                Label { width: parent.width; role: "price"; text: Format.money(265000000, "RUB"); wrapMode: Text.Wrap }
                Label { width: parent.width; text: "Toyota RAV4, 2020"; wrapMode: Text.WordWrap }
                Label { width: parent.width; role: "second"; text: qsTr("The bank has the money, not the driver"); wrapMode: Text.WordWrap } }
        }
    }
    Part {
        spacing: 0
        Switch { objectName: "contrast"; width: parent.width; text: qsTr("High contrast"); detail: qsTr("For the sun and for tired eyes"); checked: Settings.highContrast; onToggled: Settings.highContrast = checked }
        Switch { objectName: "gloves"; width: parent.width; text: qsTr("Large buttons"); detail: qsTr("For gloves and for one hand"); checked: Settings.gloves; onToggled: Settings.gloves = checked }
        Switch { objectName: "savesData"; width: parent.width; text: qsTr("Save data"); detail: qsTr("Photos come only when you ask for them, and small"); checked: Settings.savesData; onToggled: Settings.savesData = checked }
        Switch { objectName: "motion"; width: parent.width; text: qsTr("Less motion"); detail: qsTr("Pages change without gliding"); checked: Settings.reducedMotion; onToggled: Settings.reducedMotion = checked }
    }
}
