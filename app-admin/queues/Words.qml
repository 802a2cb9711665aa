pragma Singleton
import QtQuick
import CarGo.Ui
import CarGo.Client

// Words of the API as the staff reads them.
QtObject {
    // "2 h 10 min" until a moment, "−3 h" after it.
    function until(ms) {
        const left = ms - Clock.now(), minutes = Math.round(Math.abs(left) / 60000)
        const words = minutes < 60 ? qsTr("%1 min").arg(minutes) : minutes < 48 * 60 ? qsTr("%1 h").arg(Math.round(minutes / 60)) : qsTr("%1 d").arg(Math.round(minutes / 1440))
        return left < 0 ? "−" + words : words
    }
    function moment(at) { return at ? Format.moment(Date.parse(at)) : "" }
    function money(value) { return value && value.currency ? Format.money(value.amount, value.currency) : "" }
    // What a row of a queue is called: some are about nothing but a person.
    function caseName(row) { return !row || !row.id ? "" : row.title ? row.title : row.user ? row.user.display_name : "…" + row.id.slice(-8) }
    // What came as a code and has no word of its own stands there as it came: no code is hidden.
    function code(word) {
        switch (word) {
        case "not_a_contact": return qsTr("Said to be no contact")
        case "fraud": return qsTr("Fraud")
        case "not_as_described": return qsTr("Not as described")
        case "contacts": return qsTr("Contacts")
        case "listing": return qsTr("A listing")
        case "kyc": return qsTr("Identity")
        case "ban": return qsTr("A ban")
        case "mute": return qsTr("A mute")
        case "conversation": return qsTr("A chat")
        case "no_violation": return qsTr("No violation")
        case "warned": return qsTr("Warned")
        case "removed": return qsTr("Taken down")
        case "restricted": return qsTr("Account restricted")
        case "user": return qsTr("A person")
        case "message": return qsTr("A message")
        case "approve": return qsTr("Let through")
        case "changes": return qsTr("Sent back")
        case "block": return qsTr("Blocked")
        case "done": return qsTr("Done")
        case "refused": return qsTr("Refused")
        case "free": return qsTr("Nothing stands in the way")
        case "deals_running": return qsTr("A deal is running")
        case "dispute_open": return qsTr("A dispute is open")
        case "money_under_way": return qsTr("Money is on its way")
        case "contact_attempts": return qsTr("Passes on contacts")
        case "dispute": return qsTr("A dispute")
        case "duplicate": return qsTr("The same twice")
        case "duplicate_account": return qsTr("Has another account")
        case "prohibited": return qsTr("Must not be sold")
        case "rude": return qsTr("Rude or threatening")
        case "impersonation": return qsTr("Somebody else's name")
        case "underage": return qsTr("Under age")
        case "forged": return qsTr("Forged document")
        case "mismatch": return qsTr("Face and document differ")
        case "other": return qsTr("Something else")
        case "damaged": return qsTr("Damaged")
        case "documents": return qsTr("Documents")
        case "price_changed": return qsTr("The price was changed")
        case "no_contact": return qsTr("Does not answer")
        case "first_listing": return qsTr("One of the first cars")
        case "low_price": return qsTr("Far below the market")
        case "prohibited_words": return qsTr("Words that are not allowed")
        case "copied_photos": return qsTr("Photos of other listings")
        case "contact_photos": return qsTr("Contacts in photos")
        case "withdrawn": return qsTr("Taken back")
        case "resolved": return qsTr("Decided")
        case "damage_confirmed": return qsTr("Damage is confirmed")
        case "not_delivered": return qsTr("Not delivered")
        case "late": return qsTr("Late")
        case "buyer": return qsTr("Buyer")
        case "driver": return qsTr("Driver")
        case "staff": return qsTr("Staff")
        case "active": return qsTr("Active")
        case "banned": return qsTr("Banned")
        case "deleted": return qsTr("Closed")
        case "refund": return qsTr("Back to the buyer")
        case "release": return qsTr("To the driver")
        case "split": return qsTr("Divided")
        case "open": return qsTr("Open")
        case "closed": return qsTr("Closed")
        case "approved": return qsTr("Approved")
        case "rejected": return qsTr("Rejected")
        case "in_review": return qsTr("Waits for us")
        case "retry": return qsTr("To be shown again")
        case "draft": return qsTr("Being filled in")
        }
        return word
    }
    // What a listing has.
    function field(name) {
        switch (name) {
        case "brand": return qsTr("Brand")
        case "model": return qsTr("Model")
        case "year": return qsTr("Year")
        case "price": return qsTr("Price")
        case "mileage_km": return qsTr("Mileage, km")
        case "country_from": return qsTr("From")
        case "delivery_eta_days": return qsTr("Days to deliver")
        case "description": return qsTr("Description")
        case "photos": return qsTr("Photos")
        case "vin": return "VIN"
        }
        return name
    }
    // Kinds of what the filter finds.
    function contact(kind) {
        switch (kind) {
        case "phone": return qsTr("Phone")
        case "email": return qsTr("E-mail")
        case "link": return qsTr("Link")
        case "telegram": return "Telegram"
        case "whatsapp": return "WhatsApp"
        case "viber": return "Viber"
        case "username": return qsTr("A name elsewhere")
        case "address_other": return qsTr("Another address")
        }
        return kind
    }
    function deal(status) {
        switch (status) {
        case "created": return qsTr("Waits for the payment")
        case "funded": return qsTr("Paid, waits for the pick-up")
        case "in_transit": return qsTr("On its way")
        case "delivered": return qsTr("Handed over")
        case "released": return qsTr("Paid to the driver")
        case "resolved_refund": return qsTr("Decided for the buyer")
        case "resolved_release": return qsTr("Decided for the driver")
        case "resolved_split": return qsTr("Decided, divided")
        case "cancelled": return qsTr("Cancelled")
        case "disputed": return qsTr("In dispute")
        }
        return status
    }
    function document(kind) {
        switch (kind) {
        case "passport_main": return qsTr("Passport, photo page")
        case "passport_address": return qsTr("Passport, address page")
        case "licence_front": return qsTr("Licence, front")
        case "licence_back": return qsTr("Licence, back")
        case "selfie": return qsTr("Face with passport")
        }
        return kind
    }
    readonly property var faults: ["blurred", "glare", "cropped", "expired", "wrong_document", "unreadable", "other_person", "damaged"]
    function fault(word) {
        switch (word) {
        case "blurred": return qsTr("Not sharp")
        case "glare": return qsTr("Glare")
        case "cropped": return qsTr("An edge is cut off")
        case "expired": return qsTr("Has run out")
        case "wrong_document": return qsTr("Another document")
        case "unreadable": return qsTr("Cannot be read")
        case "other_person": return qsTr("Another person")
        case "damaged": return qsTr("Damaged")
        }
        return word
    }
}
