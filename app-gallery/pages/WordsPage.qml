import QtQuick
import CarGo.Ui

GalleryPage {
    Section {
        title: qsTr("Money")
        MoneyText { width: parent.width; amountMinor: 265000000; wasMinor: 279000000; approxText: "≈ 4 120 000 ¥" }
        MoneyText { width: parent.width; role: "figure"; amountMinor: 485000000 }
        MoneyText { width: parent.width; role: "strong"; amountMinor: 12125050 }
    }
    Section {
        title: qsTr("Clocks")
        Countdown { width: parent.width; label: qsTr("Pay within"); untilMs: Clock.now() + 14 * 60000 + 5000 }
        Countdown { width: parent.width; label: qsTr("Accept within"); untilMs: Clock.now() + 5 * 3600000 + 120000 }
        Countdown { width: parent.width; label: qsTr("The driver starts within"); untilMs: Clock.now() + 6.2 * 86400000 }
        Countdown { width: parent.width; label: qsTr("Evidence:"); untilMs: Clock.now() - 1000 }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Countdown { compact: true; untilMs: Clock.now() + 14 * 60000 }
            Countdown { compact: true; untilMs: Clock.now() + 5 * 3600000 }
            Countdown { compact: true; untilMs: Clock.now() + 3 * 86400000 }
        }
    }
    Section {
        title: qsTr("Badges")
        Flow {
            width: parent.width
            spacing: Theme.s2
            Badge { tone: "good"; text: qsTr("7 % under the market") }
            Badge { tone: "info"; iconName: "lock"; text: qsTr("money at the bank") }
            Badge { tone: "warn"; iconName: "schedule"; text: qsTr("waits for payment") }
            Badge { tone: "danger"; text: qsTr("Problem, CarGo decides") }
            Badge { tone: "plain"; text: qsTr("the driver's turn") }
            Counter { value: 3 }
            Counter { value: 140 }
            Counter { value: 12; tone: "brand" }
            Counter { value: 8; tone: "plain" }
        }
        Flow {
            width: parent.width
            spacing: Theme.s3
            Avatar { name: qsTr("Pavel Sokolov"); online: true; ground: Theme.page }
            Avatar { name: qsTr("Olga Kim"); size: 56 }
            Avatar { name: qsTr("CarGo"); size: 32 }
            IconDisc { name: "local_shipping" }
            IconDisc { name: "pan_tool"; color: Theme.warnSoft; ink: Theme.warn }
            Avatar { name: qsTr("Pavel Sokolov"); size: 56; online: true; ground: Theme.page; source: "image://demo/media/blue-2/400" }
        }
    }
    Section {
        title: qsTr("Sentences that stay")
        Banner { width: parent.width; iconName: "lock"; title: qsTr("The money is at the bank, not at the driver's"); text: qsTr("He gets it when you have confirmed the car.") }
        Banner { width: parent.width; tone: "warn"; iconName: "shield"; text: qsTr("Contacts open when the deal is finished. Until then the bank returns the money only for what was agreed here."); closable: true }
        Banner { width: parent.width; tone: "danger"; title: qsTr("The payment did not go through"); text: qsTr("Nothing was taken from your card."); actionText: qsTr("Try another card") }
        Banner { width: parent.width; tone: "good"; title: qsTr("The car is yours"); text: qsTr("The bank pays the driver tomorrow.") }
        OfflineBar { width: parent.width; offline: true; ageText: qsTr("as of 09:40"); waiting: 3 }
        OfflineBar { width: parent.width; offline: true; reconnecting: true }
    }
    Section {
        title: qsTr("Words that go")
        Item {
            width: parent.width
            height: one.height + two.height + three.height + 2 * Theme.s3
            Snackbar { id: one; anchors.horizontalCenter: parent.horizontalCenter; Component.onCompleted: show(qsTr("The link is copied"), { ms: 1e9 }) }
            Snackbar { id: two; anchors.horizontalCenter: parent.horizontalCenter; y: one.height + Theme.s3; Component.onCompleted: show(qsTr("The search is deleted"), { action: qsTr("Undo"), ms: 1e9 }) }
            Snackbar { id: three; anchors.horizontalCenter: parent.horizontalCenter; y: two.y + two.height + Theme.s3; Component.onCompleted: show(qsTr("The message was not sent: it is kept and goes out with the network"), { action: qsTr("Send now"), tone: "danger", ms: 1e9 }) }
        }
    }
    Section {
        title: qsTr("How far")
        StepProgress { width: parent.width; steps: [qsTr("Car"), qsTr("Documents"), qsTr("Terms"), qsTr("Payment")]; current: 1 }
        ProgressBar { width: parent.width; value: 0.46; name: qsTr("On the way") }
        BusyDots { color: Theme.brand }
    }
}
