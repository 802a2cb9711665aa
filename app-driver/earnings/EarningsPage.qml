import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// Where a driver's money is: at the bank, on the way, paid; and of each deal what was taken and what came.
Page {
    id: root
    source: vm
    title: qsTr("Earnings")
    back: true
    contentMaximum: 720
    property string from: Qt.formatDate(new Date(new Date().getFullYear(), new Date().getMonth(), 1), "yyyy-MM-dd")
    property string months: "1"
    property string until: Qt.formatDate(new Date(), "yyyy-MM-dd")
    function span(months) {
        const now = new Date()
        from = Qt.formatDate(new Date(now.getFullYear(), now.getMonth() - months + 1, 1), "yyyy-MM-dd")
        until = Qt.formatDate(now, "yyyy-MM-dd")
    }
    EarningsViewModel {
        id: vm
        onFailed: text => Nav.tell(text, { tone: "danger" })
        onFileSaved: (name, url) => Nav.tell(qsTr("Saved among the downloads: %1").arg(name), { action: qsTr("Open"), run: () => Qt.openUrlExternally(url), tone: "good" })
    }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState { visible: vm.phase === ViewModel.Empty; anchors.centerIn: parent; iconName: "account_balance_wallet"; title: qsTr("Nothing earned yet"); text: qsTr("When a buyer has paid for a deal, its money is shown here, from the bank to you.") }
    ListView {
        id: list
        objectName: "earnings.list"
        property bool moved: false // by hand
        onMovementStarted: moved = true
        Connections { target: list.headerItem; function onHeightChanged() { if (!list.moved) Qt.callLater(list.positionViewAtBeginning) } } // the sums come after the list
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        leftMargin: root.side
        onLeftMarginChanged: contentX = -leftMargin // a view keeps its place when its margin changes
        rightMargin: root.side
        bottomMargin: Theme.s4
        spacing: Theme.s3
        model: vm.lines
        header: Column {
            width: list.width - 2 * root.side
            spacing: Theme.s3
            bottomPadding: Theme.s3
            Repeater {
                model: vm.totals
                Card {
                    id: total
                    required property var modelData
                    objectName: "earnings.total"
                    width: parent.width
                    spacing: Theme.s2
                    FactRow { width: parent.width; name: qsTr("At the bank, for deals that run"); value: total.modelData.held }
                    FactRow { width: parent.width; name: qsTr("On the way to you"); value: total.modelData.onTheWay }
                    FactRow { width: parent.width; name: qsTr("Paid"); value: total.modelData.paid; strong: true }
                    Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("The bank holds and pays the money, not CarGo. Paid means that the bank has said so.") }
                }
            }
            Card {
                width: parent.width
                ListRow { objectName: "earnings.details"; width: parent.width; iconName: "account_balance"; text: qsTr("Payout details"); detail: qsTr("Where the bank pays you"); onClicked: Nav.go("payoutDetails") }
            }
            Card {
                width: parent.width
                spacing: Theme.s3
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Statement") }
                Choice { objectName: "earnings.span"; width: parent.width; model: [{ value: "1", text: qsTr("This month") }, { value: "3", text: qsTr("Three months") }, { value: "12", text: qsTr("Twelve months") }]; value: root.months; onChosen: value => { root.months = value; root.span(Number(value)) } }
                ButtonRow {
                    width: parent.width
                    Button { objectName: "earnings.pdf"; width: parent.cell; kind: "outline"; iconName: "picture_as_pdf"; text: qsTr("PDF"); busy: vm.busy; onClicked: vm.saveStatement("pdf", root.from, root.until) }
                    Button { objectName: "earnings.csv"; width: parent.cell; kind: "outline"; iconName: "file_download"; text: qsTr("Table (CSV)"); busy: vm.busy; onClicked: vm.saveStatement("csv", root.from, root.until) }
                }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Taxes on it are yours to pay.") }
            }
        }
        delegate: Card {
            id: line
            required property string dealId
            required property string number
            required property string title
            required property string stateText
            required property string price
            required property string fee
            required property string refund
            required property string receives
            required property string moment
            required property var model
            width: list.width - 2 * root.side
            clickable: true
            spacing: Theme.s2
            accessibleName: [title, stateText, receives].join(", ")
            Label { width: parent.width; weight: Font.DemiBold; wrapMode: Text.WordWrap; text: line.title + " · " + line.number }
            Badge { text: [line.stateText, line.moment].filter(part => part).join(" · "); tone: line.model.state === "paid" ? "good" : "info"; maximumWidth: parent.width }
            FactRow { width: parent.width; name: qsTr("Price"); value: line.price }
            FactRow { visible: line.refund !== ""; width: parent.width; name: qsTr("Back to the buyer"); value: "− " + line.refund }
            FactRow { width: parent.width; name: qsTr("CarGo's fee"); value: "− " + line.fee }
            FactRow { width: parent.width; name: qsTr("To you"); value: line.receives; strong: true }
            onClicked: Nav.go("deal", { dealId: line.dealId })
        }
    }
}
