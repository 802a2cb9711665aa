import QtQuick
import CarGo.Ui
import CarGo.Client

// More to show while the evidence window is open: words, photos or both.
Sheet {
    id: root
    property string dealId
    property alias words: text.text
    signal sent(string text, string draftKey)
    title: qsTr("Add evidence")
    Draft { id: draft; key: root.dealId !== "" ? "evidence/" + root.dealId : ""; target: root; properties: ["words"] }
    TextArea { id: text; objectName: "evidence.text"; width: parent.width; label: qsTr("What does it show?"); minimumLines: 3; maximumLength: 4000 }
    EvidencePhotos { id: photos; draftKey: draft.key; width: parent.width; objectName: "evidence.photos" }
    footer: Button { objectName: "evidence.send"; width: parent.width; text: qsTr("Send"); enabled: photos.ready && (text.text.trim() !== "" || photos.count > 0); onClicked: { root.sent(text.text.trim(), draft.key); photos.release(); text.text = ""; draft.clear(); root.close() } }
}
