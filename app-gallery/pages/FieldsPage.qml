import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    readonly property var cities: [ { value: "msk", text: qsTr("Moscow") }, { value: "spb", text: qsTr("Saint Petersburg") }, { value: "nsk", text: qsTr("Novosibirsk"), detail: qsTr("about 38 days") } ]
    Section {
        spacing: Theme.s4
        title: qsTr("Lines of text")
        TextField { width: parent.width; label: qsTr("Name"); placeholder: qsTr("As in the passport") }
        TextField { width: parent.width; label: qsTr("E-mail"); text: "olga@mail"; errorText: qsTr("The address is not whole: something like .ru is missing after @") }
        TextField { width: parent.width; label: qsTr("Password"); text: "correct horse"; secret: true; hint: qsTr("At least 10 characters") }
        TextField { width: parent.width; label: "VIN"; text: "JTMW1RFV8KD00"; maximumLength: 17; counted: true; clearable: true; iconName: "directions_car" }
        TextField { width: parent.width; label: qsTr("Telephone"); prefix: "+7"; text: "913 000-00-00"; busy: true }
        TextField { width: parent.width; label: qsTr("Deal"); text: "CG-102480"; readOnly: true; enabled: false }
        TextArea { width: parent.width; label: qsTr("What is wrong"); placeholder: qsTr("What you agreed on, and what came"); minimumLines: 3; maximumLength: 500 }
    }
    Section {
        spacing: Theme.s4
        title: qsTr("Numbers and money")
        MoneyField { width: parent.width; label: qsTr("Your price"); amountMinor: 265000000; hint: qsTr("The market is at %1").arg(Figures.money(271000000, "RUB")) }
        MoneyField { width: parent.width; label: qsTr("Price abroad"); currency: "JPY"; amountMinor: 1840000; clearable: true }
        MoneyField { width: parent.width; label: qsTr("Refund"); minor: true; amountMinor: 12125050; errorText: qsTr("Not more than %1").arg(Figures.money(12000000, "RUB")) }
        NumberField { width: parent.width; label: qsTr("Mileage"); value: 48912; suffix: qsTr("km"); step: 1000 }
        NumberField { width: parent.width; label: qsTr("Engine"); value: 2.5; decimals: 1; suffix: qsTr("l") }
    }
    Section {
        spacing: Theme.s4
        title: qsTr("Search and lists")
        SearchField { width: parent.width; placeholder: qsTr("RAV4 from Japan up to 2.8 million"); actionIcon: "tune"; actionText: qsTr("Filters") }
        SearchField { width: parent.width; text: "Prado 2019" }
        SearchField { width: parent.width; text: qsTr("Crown from Japan"); busy: true }
        Select { width: parent.width; label: qsTr("City"); model: root.cities; value: "nsk" }
        Select { width: parent.width; label: qsTr("City"); model: root.cities; errorText: qsTr("Choose where the car goes") }
        Select { width: parent.width; label: qsTr("Model"); placeholder: qsTr("Brand first"); model: []; enabled: false }
    }
}
