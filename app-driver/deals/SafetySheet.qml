import QtQuick
import CarGo.Ui

// For the moment in which somebody is afraid: what happens, what does not, and one pull.
Sheet {
    id: root
    signal stopped(string text)
    title: qsTr("I do not feel safe")
    Label { width: parent.width; wrapMode: Text.WordWrap; text: qsTr("In danger call 112 first.") ; weight: Font.DemiBold }
    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The clocks of this deal stop, so that nothing is decided by waiting. No money moves. Support reads your words before all others; the buyer sees only that the clocks stand. You can do this once.") }
    TextArea { id: words; objectName: "safety.words"; width: parent.width; label: qsTr("What happens"); maximumLength: 2000; minimumLines: 3 }
    footer: SlideToConfirm { objectName: "safety.stop"; width: parent.width; dangerous: true; enabled: words.text.trim() !== ""; text: qsTr("Stop the clocks"); iconName: "pan_tool"; onConfirmed: { root.stopped(words.text.trim()); root.close() } }
}
