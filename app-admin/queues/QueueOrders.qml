import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// Orders about cases of a queue: for one at once, for several after a look at what would happen to each.
Item {
    id: root
    required property string queue
    property string action
    property var items: []
    property var extra: ({})
    property var plan: []                  // of a dry run: {id, done, code, current}
    readonly property int able: plan.filter(one => one.done).length
    signal done()

    function path() { return "admin/queues/" + queue + "/bulk" }
    function ask(what, ids) {
        action = what
        items = ids
        extra = {}
        plan = []
        until.value = ""
        who.value = ""
        sheet.open()
        look()
    }
    function ready() { return action === "assign" ? who.value !== "" : action === "snooze" ? until.value !== "" : true }
    function look() { if (ready()) vm.give("POST", path(), Object.assign({ items: items.slice(0, 100), action: action, dry_run: true }, extra)) }
    function run(what, ids, more) { action = what; items = ids; extra = more; vm.give("POST", path(), Object.assign({ items: ids.slice(0, 100), action: what, dry_run: false }, more)) }
    function tomorrow(days, hour) { const at = new Date(Clock.now()); at.setDate(at.getDate() + days); at.setHours(hour, 0, 0, 0); return at.toISOString() }
    RecordViewModel {
        id: vm
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onGiven: (path, answer) => {
            if (answer.dry_run) {
                root.plan = answer.items
                return
            }
            const not = answer.items.filter(one => !one.done).length
            Nav.tell(not > 0 ? qsTr("Done, but for %n: a colleague has it, or it waits no more.", "", not) : qsTr("Done"), { tone: not > 0 ? "warn" : "good" })
            sheet.close()
            root.done()
        }
    }
    RecordsViewModel { id: staff; path: sheet.opened && root.action === "assign" ? "admin/staff" : "" }
    Sheet {
        id: sheet
        objectName: "bulkSheet"
        title: root.action === "claim" ? qsTr("Take") : root.action === "release" ? qsTr("Let go") : root.action === "assign" ? qsTr("Assign") : qsTr("Put off")
        maximumWidth: 480
        Select {
            id: who
            objectName: "bulk.who"
            visible: root.action === "assign"
            width: parent.width
            label: qsTr("Whose it shall be")
            model: [ { value: "none", text: qsTr("Nobody's") }, { value: Session.userId, text: qsTr("Mine") } ].concat(staff.rows.filter(one => one.id !== Session.userId).map(one => ({ value: one.id, text: one.name ?? one.display_name ?? "" })))
            onChosen: value => { who.value = value; root.extra = { staff_id: value === "none" ? null : value }; root.look() }
        }
        Select {
            id: until
            objectName: "bulk.until"
            visible: root.action === "snooze"
            width: parent.width
            label: qsTr("Until when")
            model: [ { value: new Date(Clock.now() + 3600000).toISOString(), text: qsTr("In an hour") }, { value: new Date(Clock.now() + 4 * 3600000).toISOString(), text: qsTr("In four hours") }, { value: root.tomorrow(1, 9), text: qsTr("Tomorrow, 9:00") }, { value: root.tomorrow(7, 9), text: qsTr("In a week") } ]
            onChosen: value => { until.value = value; root.extra = { until: value }; root.look() }
        }
        Label { visible: root.items.length > 100; width: parent.width; wrapMode: Text.WordWrap; color: Theme.warn; text: qsTr("The first hundred are done at once; select the others afterwards.") }
        Label { objectName: "bulk.plan"; visible: root.plan.length > 0; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("It works for %1 of %2.").arg(root.able).arg(root.plan.length) }
        Column {
            width: parent.width
            Repeater {
                model: root.plan.filter(one => !one.done).slice(0, 8)
                Label { required property var modelData; width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: "· " + modelData.id.slice(-8) + ": " + (modelData.current === "claimed" ? qsTr("a colleague has it") : qsTr("it waits no more")) }
            }
        }
        footer: ButtonRow {
            width: parent.width
            Button { objectName: "bulk.cancel"; width: parent.cell; kind: "outline"; text: qsTr("Not now"); onClicked: sheet.close() }
            Button { objectName: "bulk.do"; width: parent.cell; text: root.plan.length > 0 ? qsTr("Do it for %1").arg(root.able) : qsTr("Do it"); enabled: root.able > 0 && !vm.busy; busy: vm.busy; onClicked: root.run(root.action, root.items, root.extra) }
        }
    }
}
