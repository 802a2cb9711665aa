import QtQuick
import CarGo.Ui
import CarGo.Client

// How the console looks, in which language, and the way out.
Menu {
    title: qsTr("You and the console")
    MenuItem { text: qsTr("Light"); checkable: true; checked: Settings.theme === "light"; onTriggered: Settings.theme = "light" }
    MenuItem { text: qsTr("Dark"); checkable: true; checked: Settings.theme === "dark"; onTriggered: Settings.theme = "dark" }
    MenuItem { text: qsTr("As the system"); checkable: true; checked: Settings.theme === "system"; onTriggered: Settings.theme = "system" }
    MenuItem { text: qsTr("High contrast"); checkable: true; checked: Settings.highContrast; onTriggered: Settings.highContrast = !Settings.highContrast }
    MenuDivider {}
    MenuItem { objectName: "look.dense"; text: qsTr("Dense rows"); checkable: true; checked: Settings.density === "compact"; onTriggered: Settings.density = Settings.density === "compact" ? "comfortable" : "compact" }
    MenuItem { text: qsTr("Larger letters"); iconName: "text_fields"; enabled: Settings.textScale < 2; onTriggered: Settings.textScale = Math.min(2, Settings.textScale + 0.25) }
    MenuItem { text: qsTr("Smaller letters"); iconName: "text_fields"; enabled: Settings.textScale > 1; onTriggered: Settings.textScale = Math.max(1, Settings.textScale - 0.25) }
    MenuDivider {}
    MenuItem { text: "Русский"; checkable: true; checked: Settings.language === "ru"; onTriggered: Settings.language = "ru" }
    MenuItem { text: "English"; checkable: true; checked: Settings.language === "en"; onTriggered: Settings.language = "en" }
    MenuDivider {}
    MenuItem { objectName: "look.signOut"; text: qsTr("Sign out"); iconName: "logout"; onTriggered: Session.signOut() }
}
