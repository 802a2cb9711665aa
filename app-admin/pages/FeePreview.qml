import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// What another commission would mean, for sums as they occur and for the newest deals. Deals that stand keep theirs.
Column {
    id: root
    property string name                   // of the setting that is being changed
    property string value
    property var settings: []
    readonly property var told: vm.told
    function of(setting) { const text = setting === name ? value : (settings.find(one => one.name === setting) ?? {}).value ?? ""; return /^\d+$/.test(text) ? Number(text) : NaN }
    function ask() {
        const points = of("fee-basis-points"), least = of("fee-minimum-minor")
        const good = !isNaN(points) && points <= 10000 && !isNaN(least)
        if (visible && good)
            vm.give("POST", "admin/settings/fee/preview", { basis_points: points, minimum_minor: least })
        else
            vm.told = null                 // what stands there is of another value
    }
    spacing: Theme.s1
    onValueChanged: soon.restart()
    onVisibleChanged: soon.restart()
    Timer { id: soon; interval: 250; onTriggered: root.ask() }
    RecordViewModel { id: vm; property var told: null; onGiven: (path, answer) => told = answer }
    Label { visible: root.told !== null; role: "label"; text: qsTr("What it would mean") }
    Repeater {
        model: root.told ? root.told.examples : []
        FactRow { required property var modelData; objectName: "fee.example"; width: root.width; name: qsTr("Of %1").arg(Words.money(modelData.amount)); value: Words.money(modelData.fee_now) + " → " + Words.money(modelData.fee_then) }
    }
    Repeater {
        model: root.told ? root.told.last_deals : []
        FactRow { required property var modelData; width: root.width; strong: true; name: qsTr("The newest %n deal(s)", "", modelData.deals); value: Format.money(modelData.fee_now, modelData.currency) + " → " + Format.money(modelData.fee_then, modelData.currency) }
    }
}
