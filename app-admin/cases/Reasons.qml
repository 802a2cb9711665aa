import QtQuick
import CarGo.Client
import CarGo.Desk

// The codes that staff give as a reason: as choices of a form, and by their names.
RecordsViewModel {
    id: root
    property string queue                  // only those of it; empty: all
    readonly property var choices: rows.map(one => ({ value: one.code, text: one.title[Settings.language] ?? one.code, told: one.text }))
    function titleOf(decision) {
        const of = ({ listing: "listings", kyc: "kyc", conversation: "conversations", ban: "users", mute: "users" })[decision.kind] ?? ""
        const one = rows.find(row => row.queue === of && row.code === decision.reason_code)
        return one ? one.title[Settings.language] ?? one.code : Words.code(decision.reason_code ?? "")
    }
    path: "admin/reason-codes"
    query: ({ queue: queue })
}
