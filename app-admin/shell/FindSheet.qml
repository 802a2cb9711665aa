import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Finds anything by number, name, e-mail, phone or VIN. Arrows choose, Enter opens.
Sheet {
    id: root
    objectName: "find"
    title: qsTr("Find")
    maximumWidth: 640
    readonly property var icons: ({ user: "person_outline", deal: "handshake", listing: "directions_car", ticket: "support_agent", dispute: "gavel", kyc: "badge", appeal: "replay" })
    function take(at) {
        const row = found.model.get(at).modelData
        if (!row)
            return
        close()
        switch (row.kind) {
        case "user": Nav.go("user", { userId: row.id }); break
        case "deal": Nav.go("deal", { dealId: row.id }); break
        case "ticket": Nav.go("case", { queue: "tickets", itemId: row.id }); break
        case "kyc": Nav.go("case", { queue: "kyc", itemId: row.id }); break
        case "dispute": Nav.go("case", { queue: "disputes", itemId: row.id }); break
        case "appeal": Nav.go("case", { queue: "appeals", itemId: row.id }); break
        default: Nav.go("case", { queue: "listings", itemId: row.id })
        }
    }
    onOpened: { words.selectAll(); words.forceActiveFocus() }
    RecordsViewModel { id: found; path: soon.asked === "" ? "" : "admin/search"; query: ({ q: soon.asked }) }
    Timer { id: soon; property string asked; interval: 200; onTriggered: asked = words.text.trim().length >= 2 ? words.text.trim() : "" }
    SearchField {
        id: words
        objectName: "find.words"
        width: parent.width
        name: qsTr("Number, name, e-mail, phone or VIN")
        busy: found.refreshing
        onTextEdited: soon.restart()
        onAccepted: if (rows.currentIndex >= 0) root.take(rows.currentIndex)
        Keys.onDownPressed: rows.currentIndex = Math.min(rows.count - 1, rows.currentIndex + 1)
        Keys.onUpPressed: rows.currentIndex = Math.max(0, rows.currentIndex - 1)
    }
    Label { visible: soon.asked !== "" && found.phase === ViewModel.Empty; text: qsTr("Nothing by these words."); color: Theme.inkSoft }
    Label { visible: found.phase === ViewModel.Failed; width: parent.width; wrapMode: Text.WordWrap; text: found.errorText; color: Theme.danger }
    ListView {
        id: rows
        objectName: "find.rows"
        width: parent.width
        height: Math.min(contentHeight, 360)
        clip: true
        model: found.path === "" ? null : found.model
        currentIndex: count > 0 ? 0 : -1
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        delegate: ListRow {
            required property int index
            required property var modelData
            width: rows.width
            iconName: root.icons[modelData.kind] ?? "tag"
            text: modelData.title ?? ""
            detail: modelData.detail ?? ""
            current: ListView.isCurrentItem
            onClicked: root.take(index)
        }
    }
}
