import QtQuick
import CarGo.Ui
import CarGo.Client

// Language, colours, text size and motion; each change shows at once.
Card {
    id: root
    spacing: Theme.s2
    Label { text: qsTr("Language"); weight: Font.DemiBold }
    Choice { objectName: "language"; width: parent.width; value: Settings.language; onChosen: value => Settings.language = value; model: [ { value: "ru", text: "Русский" }, { value: "en", text: "English" } ] }
    Label { text: qsTr("Look"); weight: Font.DemiBold }
    Choice { objectName: "theme"; width: parent.width; value: Settings.theme; onChosen: value => Settings.theme = value; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") }, { value: "system", text: qsTr("As the system") } ] }
    Label { text: qsTr("Contrast"); weight: Font.DemiBold }
    Choice { objectName: "contrast"; width: parent.width; value: Settings.highContrast ? "high" : "usual"; onChosen: value => Settings.highContrast = value === "high"; model: [ { value: "usual", text: qsTr("Normal") }, { value: "high", text: qsTr("High") } ] }
    Label { text: qsTr("Text size"); weight: Font.DemiBold }
    Choice { objectName: "text"; width: parent.width; value: String(Settings.textScale); onChosen: value => Settings.textScale = Number(value); model: [ { value: "0.9", text: qsTr("Small") }, { value: "1", text: qsTr("Normal") }, { value: "1.2", text: qsTr("Large") }, { value: "1.5", text: qsTr("Very large") }, { value: "2", text: qsTr("Huge") } ] }
    Label { text: qsTr("Motion"); weight: Font.DemiBold }
    Choice { objectName: "motion"; width: parent.width; value: Settings.reducedMotion ? "less" : "full"; onChosen: value => Settings.reducedMotion = value === "less"; model: [ { value: "full", text: qsTr("Usual") }, { value: "less", text: qsTr("Less motion") } ] }
}
