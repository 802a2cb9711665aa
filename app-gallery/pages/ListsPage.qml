import QtQuick
import CarGo.Ui

GalleryPage {
    Section {
        title: qsTr("Cards and rows")
        Card {
            width: parent.width
            padding: Theme.s2
            ListRow { width: parent.width; iconName: "credit_card"; text: qsTr("Ways to pay"); value: "•• 4412" }
            Divider { inset: 54 }
            ListRow { width: parent.width; iconName: "devices"; text: qsTr("Devices"); detail: qsTr("Pixel 7, this one") }
            Divider { inset: 54 }
            ListRow { width: parent.width; iconName: "language"; text: qsTr("Language"); value: qsTr("English") }
            Divider { inset: 54 }
            ListRow { width: parent.width; iconName: "logout"; ink: Theme.danger; arrow: false; text: qsTr("Sign out") }
        }
        Card {
            width: parent.width
            clickable: true
            accessibleName: qsTr("Your Prado is on its way")
            color: Theme.brandSoft
            outlined: false
            spacing: Theme.s2
            Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; color: Theme.brandSoftInk; text: qsTr("Your Prado is on its way") }
            Label { role: "second"; width: parent.width; wrapMode: Text.WordWrap; color: Theme.brandSoftInk; text: qsTr("4 280 of 9 300 km · we expect it on 12 December") }
            ProgressBar { width: parent.width; value: 0.46 }
        }
        Card {
            width: parent.width
            spacing: Theme.s2
            FactRow { width: parent.width; name: qsTr("You pay"); value: Figures.money(485000000, "RUB"); strong: true }
            FactRow { width: parent.width; name: qsTr("CarGo's fee, in it"); value: Figures.money(12125000, "RUB") }
            FactRow { width: parent.width; name: qsTr("Goes to"); value: qsTr("Novosibirsk, by train from Vladivostok") }
            FactRow { width: parent.width; name: qsTr("Days"); value: "40" }
        }
    }
    Section {
        title: qsTr("Timeline")
        Card {
            width: parent.width
            Timeline {
                width: parent.width
                model: [ { title: qsTr("Agreed"), detail: qsTr("fee %1").arg(Figures.money(12125000, "RUB")), moment: qsTr("2 Nov, 14:05"), phase: "done" }, { title: qsTr("Paid"), detail: qsTr("the bank has confirmed"), moment: qsTr("2 Nov, 14:21"), phase: "done" } ]
            }
            Item { width: 1; height: Theme.s5 }
            TimelineStep { width: parent.width; title: qsTr("The car is on its way"); detail: qsTr("Chita · 48 912 km"); moment: qsTr("today, 09:40"); phase: "now"; PhotoRow { width: parent.width; photos: ["image://demo/media/blue-1/400", "image://demo/media/sand-2/400", "image://demo/media/green-3/400"] } }
            TimelineStep { width: parent.width; title: qsTr("Late by two days"); detail: qsTr("the ferry was cancelled because of a storm"); phase: "problem" }
            TimelineStep { width: parent.width; title: qsTr("Handover"); detail: qsTr("we show the code when you meet") }
            TimelineStep { width: parent.width; title: qsTr("Payment to the driver"); detail: qsTr("24 hours after your yes"); last: true }
        }
    }
    Section {
        title: qsTr("The end of a list")
        MoreFooter { width: parent.width; rows: 20; hasMore: true; loading: true }
        MoreFooter { width: parent.width; rows: 20; errorText: qsTr("The network is slow. What is loaded stays.") }
        MoreFooter { width: parent.width; rows: 20; endText: qsTr("That is all: 312 cars") }
    }
}
