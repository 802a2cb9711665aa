import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// A listing before the market sees it, or an edit of one: why it waits, what was written with what stands out, what changed,
// photos that others have shown before.
CaseBody {
    id: root
    readonly property var listing: facts.listing ?? ({})
    readonly property var found: (facts.reasons ?? []).reduce((all, one) => all.concat(one.spans ?? []), []).concat(facts.contacts ?? [])
    readonly property bool open: (facts.queue ?? null) !== null
    userId: row.user ? row.user.id : listing.driver ? listing.driver.id : ""
    choices: open ? [ { value: "approve", text: qsTr("Let it be published") }, { value: "changes", text: qsTr("Ask for changes"), reason: true, words: true }, { value: "block", text: qsTr("Block it"), reason: true, words: true } ] : []
    reasons: codes.choices
    previewed: true
    extra: listing.version !== undefined ? ({ version: listing.version }) : ({})
    Reasons { id: codes; queue: "listings" }
    PhotoViewer { id: large }
    function plain(value) { return value === null || value === undefined ? "–" : value.currency ? Words.money(value) : typeof value === "object" ? JSON.stringify(value) : String(value) }
    Flickable {
        anchors.fill: parent
        contentHeight: column.height + Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Flow { width: parent.width; spacing: Theme.s2; Repeater { model: root.facts.reasons ?? []; Badge { required property var modelData; tone: "warn"; maximumWidth: column.width; text: [Words.code(modelData.code), modelData.text].filter(part => part !== "").join(": ") } } }
            Label { width: parent.width; role: "heading"; wrapMode: Text.Wrap; text: [root.listing.brand ?? "", root.listing.model ?? "", root.listing.year ?? ""].join(" ").trim() + (root.listing.price ? " · " + Words.money(root.listing.price) : "") }
            MarkedText { visible: words !== ""; width: parent.width; words: root.listing.description ?? ""; spans: root.found }
            Card {
                visible: (root.facts.diff ?? []).length > 0
                width: parent.width
                spacing: Theme.s2
                Label { role: "bar"; text: qsTr("What was changed"); Accessible.role: Accessible.Heading }
                Repeater {
                    model: root.facts.diff ?? []
                    Column {
                        id: change
                        required property var modelData
                        width: parent.width
                        spacing: 2
                        Label { role: "label"; text: Words.field(change.modelData.field) }
                        Label { width: parent.width; size: 13; wrapMode: Text.Wrap; color: Theme.danger; text: "− " + root.plain(change.modelData.before) }
                        Label { width: parent.width; size: 13; wrapMode: Text.Wrap; color: Theme.brand; text: "+ " + root.plain(change.modelData.after) }
                    }
                }
            }
            Card {
                visible: (root.facts.similar_photos ?? []).length > 0
                width: parent.width
                spacing: Theme.s2
                Label { role: "bar"; text: qsTr("Photos that were shown before"); Accessible.role: Accessible.Heading }
                Repeater {
                    model: root.facts.similar_photos ?? []
                    PhotoRow { required property var modelData; width: parent.width; most: 2; photos: [Pictures.at(modelData.own_photo), Pictures.at(modelData.photo)]; onOpened: at => large.show(photos, at) }
                }
            }
            Card {
                visible: (root.facts.history ?? []).length > 0
                width: parent.width
                spacing: Theme.s1
                Label { role: "bar"; text: qsTr("Decided before"); Accessible.role: Accessible.Heading }
                Repeater { model: root.facts.history ?? []; Label { required property var modelData; width: parent.width; size: 13; wrapMode: Text.Wrap; text: [Words.moment(modelData.at), Words.code(modelData.decision), modelData.reason_code ? codes.titleOf({ kind: "listing", reason_code: modelData.reason_code }) : "", modelData.text, modelData.note].filter(text => text !== "").join(" · ") } }
            }
        }
    }
}
