import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    property string pay: "card"
    property string look: "light"
    property int stars: 4
    Section {
        title: qsTr("Ticks")
        CheckBox { width: parent.width; text: qsTr("With damage"); checked: true }
        CheckBox { width: parent.width; text: qsTr("Some of the brands"); tristate: true; checkState: Qt.PartiallyChecked }
        CheckBox { width: parent.width; text: qsTr("I have read the terms"); detail: qsTr("The money is held by the bank; customs clearance is yours"); wrong: true }
        CheckBox { width: parent.width; text: qsTr("Insurance"); enabled: false }
    }
    Section {
        title: qsTr("Switches")
        Card {
            width: parent.width
            padding: Theme.s3
            Switch { width: parent.width; iconName: "notifications_none"; text: qsTr("Price drops"); detail: qsTr("At most one message a day"); checked: true }
            Divider {}
            Switch { width: parent.width; iconName: "mail_outline"; text: qsTr("By e-mail") }
            Divider {}
            Switch { width: parent.width; iconName: "sms"; text: qsTr("By text message"); busy: true; checked: true }
            Divider {}
            Switch { width: parent.width; iconName: "insights"; text: qsTr("Recommendations"); enabled: false }
        }
    }
    Section {
        title: qsTr("One of several")
        RadioGroup { width: parent.width; label: qsTr("How to pay"); value: root.pay; onChosen: value => root.pay = value; model: [ { value: "card", text: qsTr("By card"), detail: qsTr("The bank holds up to 600 000 ₽ for 7 days") }, { value: "account", text: qsTr("From an account"), detail: qsTr("Any sum, one to two days") }, { value: "cash", text: qsTr("In cash"), detail: qsTr("Not through CarGo: nobody could return it"), enabled: false } ] }
        RadioGroup { width: parent.width; label: qsTr("Reason"); errorText: qsTr("Choose one"); model: [ { value: "late", text: qsTr("It is late") }, { value: "damaged", text: qsTr("It is damaged") } ] }
        Choice { width: parent.width; value: root.look; onChosen: value => root.look = value; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") }, { value: "system", text: qsTr("As the system") } ] }
    }
    Section {
        title: qsTr("Spans")
        RangeSlider { id: price; width: parent.width; label: qsTr("Price"); from: 0; to: 6000000; stepSize: 50000; first: 1200000; second: 3400000; firstText: Figures.money(first * 100, "RUB"); secondText: Figures.money(second * 100, "RUB"); bars: [2, 5, 9, 16, 28, 41, 52, 60, 55, 47, 38, 30, 24, 17, 13, 9, 7, 5, 3, 2, 1, 1, 0, 1] }
        RangeSlider { width: parent.width; label: qsTr("Year"); from: 2005; to: 2026; stepSize: 1; first: 2015; second: 2026 }
        Slider { id: budget; width: parent.width; label: qsTr("Budget with delivery"); from: 500000; to: 6000000; stepSize: 50000; value: 2650000; valueText: Figures.money(value * 100, "RUB") }
        Slider { width: parent.width; label: qsTr("Share for the buyer"); from: 0; to: 100; value: 30; valueText: "30 %"; enabled: false }
    }
    Section {
        title: qsTr("Stars")
        RatingStars { value: 4.5; figures: true; count: 61 }
        RatingStars { value: 3; count: 0 }
        RatingStars { editable: true; value: root.stars; onChosen: stars => root.stars = stars }
    }
}
