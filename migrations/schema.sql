-- The schema after all migrations. Written by `cargod migrate --dump-schema`, compared by a test; do not edit.

COMMENT ON SCHEMA public IS 'standard public schema';

CREATE FUNCTION public.ledger_check_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform ledger_entry_balances(new.id);
    return null;
end $$;

CREATE FUNCTION public.ledger_check_posting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform ledger_entry_balances(new.entry_id);
    return null;
end $$;

CREATE FUNCTION public.ledger_entry_balances(checked bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if not exists (select 1 from ledger_postings where entry_id = checked)
       or exists (select 1 from ledger_postings where entry_id = checked group by currency having sum(amount_minor) <> 0) then
        raise exception 'entry does not balance' using errcode = 'check_violation', constraint = 'ledger_entry_sums_to_zero';
    end if;
end $$;

CREATE FUNCTION public.ledger_keep_balance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into ledger_balances (deal_id, account, currency, balance_minor)
    values (new.deal_id, new.account, new.currency, new.amount_minor)
    on conflict (deal_id, account, currency) do update set balance_minor = ledger_balances.balance_minor + excluded.balance_minor;
    return null;
end $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

CREATE FUNCTION public.rfc3339(moment timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

CREATE TABLE public.agreement_signatures (
    user_id uuid NOT NULL,
    slug text NOT NULL,
    version integer NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    session_id uuid NOT NULL,
    device text NOT NULL
);

CREATE TABLE public.alerted_listings (
    listing_id uuid NOT NULL,
    price_minor bigint NOT NULL,
    currency text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.appeals (
    id uuid NOT NULL,
    decision_id uuid NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    outcome text,
    answer text,
    CONSTRAINT appeals_decided_is_whole CHECK ((((decided_at IS NULL) = (outcome IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
    CONSTRAINT appeals_outcome_known CHECK ((outcome = ANY (ARRAY['uphold'::text, 'overturn'::text])))
);

CREATE TABLE public.audit_roots (
    day date NOT NULL,
    entries bigint NOT NULL,
    previous_root bytea NOT NULL,
    root bytea NOT NULL
);

CREATE TABLE public.behaviour_events (
    user_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    kind text NOT NULL,
    dwell_ms integer,
    at timestamp with time zone NOT NULL,
    CONSTRAINT behaviour_events_dwell_ms_fits CHECK ((((kind = 'dwell'::text) = (dwell_ms IS NOT NULL)) AND (dwell_ms > 0))),
    CONSTRAINT behaviour_events_kind_known CHECK ((kind = ANY (ARRAY['view'::text, 'dwell'::text, 'favourite'::text, 'chat_start'::text])))
);

CREATE TABLE public.blocks (
    user_id uuid NOT NULL,
    blocked_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT blocks_blocked_other CHECK ((user_id <> blocked_id))
);

CREATE TABLE public.concept_versions (
    version bigint NOT NULL,
    content text,
    concept text,
    restores bigint,
    note text NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT concept_versions_content_length CHECK ((octet_length(content) <= 65536)),
    CONSTRAINT concept_versions_note_length CHECK (((char_length(note) >= 3) AND (char_length(note) <= 1000))),
    CONSTRAINT concept_versions_version_positive CHECK ((version > 0))
);

CREATE TABLE public.conversations (
    id uuid NOT NULL,
    listing_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    driver_id uuid NOT NULL,
    last_seq bigint DEFAULT 0 NOT NULL,
    last_message_at timestamp with time zone,
    buyer_read_seq bigint DEFAULT 0 NOT NULL,
    driver_read_seq bigint DEFAULT 0 NOT NULL,
    contacts_open_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    buyer_delivered_seq bigint DEFAULT 0 NOT NULL,
    driver_delivered_seq bigint DEFAULT 0 NOT NULL,
    buyer_blocked_at timestamp with time zone,
    driver_blocked_at timestamp with time zone,
    CONSTRAINT conversations_two_sides CHECK ((buyer_id <> driver_id))
)
WITH (fillfactor='70');

CREATE TABLE public.data_exports (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    status text NOT NULL,
    size_bytes bigint,
    sha256 bytea,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT data_exports_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'ready'::text, 'failed'::text])))
);

CREATE TABLE public.deal_acts (
    deal_id uuid NOT NULL,
    deal_version bigint NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.deal_amendments (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    proposed_by text NOT NULL,
    amount_minor bigint,
    fee_minor bigint,
    delivery_eta_days integer,
    reason text NOT NULL,
    photos json NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    CONSTRAINT deal_amendments_amount_positive CHECK ((amount_minor > 0)),
    CONSTRAINT deal_amendments_changes_something CHECK (((amount_minor IS NOT NULL) OR (delivery_eta_days IS NOT NULL))),
    CONSTRAINT deal_amendments_eta_range CHECK (((delivery_eta_days >= 1) AND (delivery_eta_days <= 365))),
    CONSTRAINT deal_amendments_side_known CHECK ((proposed_by = ANY (ARRAY['buyer'::text, 'driver'::text]))),
    CONSTRAINT deal_amendments_status_known CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'superseded'::text])))
);

CREATE TABLE public.deal_checkpoints (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    seq integer NOT NULL,
    client_id uuid NOT NULL,
    kind text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    odometer_km integer,
    photos json NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    device_time timestamp with time zone,
    recorded_at timestamp with time zone NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    device_id uuid,
    device_seq bigint,
    device_seq_flag text,
    clock_skew_ms bigint,
    clock_disagrees boolean DEFAULT false NOT NULL,
    inspection json,
    body_hash bytea,
    CONSTRAINT deal_checkpoints_kind_known CHECK ((kind = ANY (ARRAY['pickup'::text, 'border'::text, 'customs'::text, 'ferry'::text, 'road'::text, 'other'::text, 'arrival'::text, 'absent'::text, 'handover'::text]))),
    CONSTRAINT deal_checkpoints_seq_flag_known CHECK ((device_seq_flag = ANY (ARRAY['gap'::text, 'back'::text])))
);

CREATE TABLE public.deal_documents (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    size_bytes bigint NOT NULL,
    sha256 bytea NOT NULL,
    file_sha256 bytea NOT NULL,
    wrapped_key bytea NOT NULL,
    key_id text NOT NULL,
    scanned boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT deal_documents_content_type_known CHECK ((content_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text]))),
    CONSTRAINT deal_documents_kind_known CHECK ((kind = ANY (ARRAY['contract'::text, 'invoice'::text, 'title'::text, 'customs'::text, 'transport'::text, 'insurance'::text, 'other'::text]))),
    CONSTRAINT deal_documents_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
);

CREATE TABLE public.deal_events (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    seq bigint NOT NULL,
    event text NOT NULL,
    actor text NOT NULL,
    actor_id uuid,
    from_status text,
    to_status text NOT NULL,
    details json NOT NULL,
    checkpoint_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT deal_events_actor_known CHECK ((actor = ANY (ARRAY['buyer'::text, 'driver'::text, 'staff'::text, 'clock'::text, 'provider'::text])))
);

CREATE TABLE public.deals (
    id uuid NOT NULL,
    number bigint NOT NULL,
    listing_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    buyer_id uuid NOT NULL,
    driver_id uuid NOT NULL,
    status text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    fee_minor bigint NOT NULL,
    fee_basis_points bigint NOT NULL,
    fee_minimum_minor bigint NOT NULL,
    delivery_place text NOT NULL,
    delivery_eta_days integer NOT NULL,
    listing json NOT NULL,
    provider text NOT NULL,
    payment_due_at timestamp with time zone,
    start_due_at timestamp with time zone,
    confirmation_due_at timestamp with time zone,
    dispute_window_ends_at timestamp with time zone,
    evidence_due_at timestamp with time zone,
    review_due_at timestamp with time zone,
    status_before_dispute text,
    clock_left_ms bigint,
    dispute_id uuid,
    ticket_id uuid,
    dispute_opened_by text,
    refund_minor bigint,
    vin text,
    start_odometer_km integer,
    handover_code text,
    handover_attempts integer DEFAULT 0 NOT NULL,
    handover_locked_until timestamp with time zone,
    buyer_reviewed_at timestamp with time zone,
    driver_reviewed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    funded_at timestamp with time zone,
    started_at timestamp with time zone,
    arrived_at timestamp with time zone,
    delivered_at timestamp with time zone,
    disputed_at timestamp with time zone,
    finished_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    handover_token text,
    buyer_safety_stop_at timestamp with time zone,
    driver_safety_stop_at timestamp with time zone,
    safety_ends_at timestamp with time zone,
    safety_ticket_id uuid,
    CONSTRAINT deals_amount_positive CHECK ((amount_minor > 0)),
    CONSTRAINT deals_currency_form CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT deals_dispute_side_known CHECK ((dispute_opened_by = ANY (ARRAY['buyer'::text, 'driver'::text]))),
    CONSTRAINT deals_eta_range CHECK (((delivery_eta_days >= 1) AND (delivery_eta_days <= 365))),
    CONSTRAINT deals_fee_within_amount CHECK (((fee_minor >= 0) AND (fee_minor <= amount_minor))),
    CONSTRAINT deals_place_length CHECK (((char_length(delivery_place) >= 1) AND (char_length(delivery_place) <= 300))),
    CONSTRAINT deals_refund_within_amount CHECK (((refund_minor >= 1) AND (refund_minor <= amount_minor))),
    CONSTRAINT deals_status_known CHECK ((status = ANY (ARRAY['created'::text, 'funded'::text, 'in_transit'::text, 'delivered'::text, 'released'::text, 'cancelled'::text, 'disputed'::text, 'resolved_refund'::text, 'resolved_release'::text, 'resolved_split'::text]))),
    CONSTRAINT deals_two_sides CHECK ((buyer_id <> driver_id))
);

ALTER TABLE public.deals ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.deals_number_seq
    START WITH 100001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_items (
    queue text NOT NULL,
    item_id uuid NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    user_id uuid,
    deal_id uuid,
    priority integer DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    snoozed_until timestamp with time zone,
    assigned_to uuid,
    claimed_by uuid,
    claimed_at timestamp with time zone,
    claimed_until timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by uuid,
    CONSTRAINT desk_items_claim_is_whole CHECK ((((claimed_by IS NULL) = (claimed_until IS NULL)) AND ((claimed_by IS NULL) = (claimed_at IS NULL))))
);

CREATE UNLOGGED TABLE public.desk_viewers (
    queue text NOT NULL,
    item_id uuid NOT NULL,
    staff_id uuid NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

CREATE TABLE public.devices (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    session_id uuid NOT NULL,
    platform text NOT NULL,
    token text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT devices_platform_known CHECK ((platform = ANY (ARRAY['android'::text, 'ios'::text, 'desktop'::text, 'web'::text])))
);

CREATE TABLE public.dispute_evidence (
    id uuid NOT NULL,
    dispute_id uuid NOT NULL,
    author_id uuid NOT NULL,
    side text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    photos json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT dispute_evidence_side_known CHECK ((side = ANY (ARRAY['buyer'::text, 'driver'::text])))
);

CREATE TABLE public.disputes (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    opened_by uuid NOT NULL,
    opened_side text NOT NULL,
    reason text NOT NULL,
    text text NOT NULL,
    status text NOT NULL,
    evidence_due_at timestamp with time zone NOT NULL,
    evidence_closed_at timestamp with time zone,
    outcome text,
    refund_minor bigint,
    reason_code text,
    resolution_text text,
    resolved_by uuid,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    resolution_text_en text,
    CONSTRAINT disputes_outcome_known CHECK ((outcome = ANY (ARRAY['refund'::text, 'release'::text, 'split'::text]))),
    CONSTRAINT disputes_reason_known CHECK ((reason = ANY (ARRAY['not_as_described'::text, 'damaged'::text, 'late'::text, 'not_delivered'::text, 'documents'::text, 'price_changed'::text, 'no_contact'::text, 'other'::text]))),
    CONSTRAINT disputes_side_known CHECK ((opened_side = ANY (ARRAY['buyer'::text, 'driver'::text]))),
    CONSTRAINT disputes_status_known CHECK ((status = ANY (ARRAY['open'::text, 'withdrawn'::text, 'resolved'::text])))
);

CREATE TABLE public.erasure_requests (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT erasure_requests_decided_is_whole CHECK (((status = 'open'::text) = (decided_at IS NULL))),
    CONSTRAINT erasure_requests_status_known CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])))
);

CREATE TABLE public.escrows (
    deal_id uuid NOT NULL,
    provider text NOT NULL,
    payer_id uuid NOT NULL,
    payee_id uuid NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    fee_minor bigint NOT NULL,
    disposition text NOT NULL,
    refund_minor bigint DEFAULT 0 NOT NULL,
    money_status text NOT NULL,
    money_failed_from text,
    hold_expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT escrows_amount_positive CHECK ((amount_minor > 0)),
    CONSTRAINT escrows_disposition_known CHECK ((disposition = ANY (ARRAY['reserve'::text, 'keep'::text, 'give_back'::text, 'release'::text, 'split'::text]))),
    CONSTRAINT escrows_money_status_known CHECK ((money_status = ANY (ARRAY['none'::text, 'awaiting'::text, 'held'::text, 'keep_queued'::text, 'kept'::text, 'void_queued'::text, 'void'::text, 'payout_queued'::text, 'payout_sent'::text, 'paid'::text, 'refund_queued'::text, 'refund_sent'::text, 'refunded'::text, 'failed'::text])))
);

CREATE TABLE public.events_audit (
    stream uuid NOT NULL,
    seq bigint NOT NULL,
    action text NOT NULL,
    actor_id uuid,
    details text NOT NULL,
    at timestamp with time zone NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT events_audit_hash_length CHECK ((octet_length(hash) = 32))
);

CREATE TABLE public.favourites (
    user_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    price_minor bigint NOT NULL,
    currency text DEFAULT 'RUB'::text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.finance_tasks (
    id uuid NOT NULL,
    deal_id uuid,
    op_id uuid,
    kind text NOT NULL,
    detail text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by uuid,
    decision text,
    decision_text text
);

CREATE TABLE public.idempotency_keys (
    owner text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    answer text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.interests (
    user_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    kind text NOT NULL,
    times integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT interests_kind_known CHECK ((kind = ANY (ARRAY['view'::text, 'favourite'::text, 'chat_start'::text])))
);

CREATE TABLE public.knowledge_drafts (
    slug text NOT NULL,
    revision bigint NOT NULL,
    title_ru text NOT NULL,
    title_en text NOT NULL,
    body_ru text NOT NULL,
    body_en text NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.knowledge_pages (
    slug text NOT NULL,
    kind text NOT NULL,
    audience text NOT NULL,
    "position" integer NOT NULL,
    current_version integer,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT knowledge_pages_audience_known CHECK ((audience = ANY (ARRAY['buyer'::text, 'driver'::text, 'all'::text]))),
    CONSTRAINT knowledge_pages_kind_known CHECK ((kind = ANY (ARRAY['article'::text, 'agreement'::text]))),
    CONSTRAINT knowledge_pages_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
);

CREATE SEQUENCE public.knowledge_revisions
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.knowledge_versions (
    slug text NOT NULL,
    version integer NOT NULL,
    title_ru text NOT NULL,
    title_en text NOT NULL,
    body_ru text NOT NULL,
    body_en text NOT NULL,
    changes_ru text NOT NULL,
    changes_en text NOT NULL,
    restores integer,
    written_by uuid,
    published_by uuid,
    approved_by uuid,
    published_at timestamp with time zone NOT NULL
);

CREATE TABLE public.kyc_applications (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    status text NOT NULL,
    submitted_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason_code text,
    text text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    submissions integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT kyc_applications_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'retry'::text, 'approved'::text, 'rejected'::text])))
);

CREATE TABLE public.kyc_check_documents (
    document_id uuid NOT NULL,
    provider_ref text NOT NULL,
    warnings text[] DEFAULT '{}'::text[] NOT NULL,
    sent_at timestamp with time zone NOT NULL
);

CREATE TABLE public.kyc_checks (
    application_id uuid NOT NULL,
    provider text NOT NULL,
    external_id text NOT NULL,
    applicant_ref text,
    submission integer DEFAULT 0 NOT NULL,
    stage text DEFAULT 'started'::text NOT NULL,
    answer text DEFAULT 'none'::text NOT NULL,
    labels text[] DEFAULT '{}'::text[] NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    needs_person boolean DEFAULT false NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    last_error text,
    seen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT kyc_checks_answer_known CHECK ((answer = ANY (ARRAY['none'::text, 'good'::text, 'retry'::text, 'final'::text]))),
    CONSTRAINT kyc_checks_stage_known CHECK ((stage = ANY (ARRAY['started'::text, 'in_review'::text, 'on_hold'::text, 'completed'::text])))
);

CREATE TABLE public.kyc_documents (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    kind text NOT NULL,
    fault text,
    file_sha256 bytea NOT NULL,
    key_id text NOT NULL,
    wrapped_key bytea,
    width integer NOT NULL,
    height integer NOT NULL,
    warnings text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT kyc_documents_fault_known CHECK ((fault = ANY (ARRAY['blurred'::text, 'glare'::text, 'cropped'::text, 'expired'::text, 'wrong_document'::text, 'unreadable'::text, 'other_person'::text, 'damaged'::text]))),
    CONSTRAINT kyc_documents_key_until_removed CHECK (((wrapped_key IS NULL) = (removed_at IS NOT NULL))),
    CONSTRAINT kyc_documents_kind_known CHECK ((kind = ANY (ARRAY['passport_main'::text, 'passport_address'::text, 'licence_front'::text, 'licence_back'::text, 'selfie'::text])))
);

CREATE TABLE public.kyc_webhooks (
    provider text NOT NULL,
    event_key text NOT NULL,
    external_id text NOT NULL,
    received_at timestamp with time zone NOT NULL
);

CREATE TABLE public.ledger_balances (
    deal_id uuid NOT NULL,
    account text NOT NULL,
    currency text NOT NULL,
    balance_minor bigint NOT NULL
);

CREATE TABLE public.ledger_entries (
    id bigint NOT NULL,
    deal_id uuid NOT NULL,
    kind text NOT NULL,
    dedupe_key text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT ledger_entries_kind_known CHECK ((kind = ANY (ARRAY['hold'::text, 'hold_released'::text, 'capture'::text, 'release'::text, 'refund_decided'::text, 'payout_confirmed'::text, 'refund_confirmed'::text, 'payout_returned'::text, 'adjustment'::text])))
);

ALTER TABLE public.ledger_entries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_entries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger_postings (
    entry_id bigint NOT NULL,
    line smallint NOT NULL,
    deal_id uuid NOT NULL,
    account text NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    CONSTRAINT ledger_postings_account_known CHECK ((account ~ '^(buyer_external|hold_pending|escrow|driver_payable|platform_fee|provider_fee|refund_payable|chargeback_loss|provider_clearing:[a-z]+)$'::text)),
    CONSTRAINT ledger_postings_not_zero CHECK ((amount_minor <> 0))
);

CREATE TABLE public.listing_imports (
    id uuid NOT NULL,
    driver_id uuid NOT NULL,
    report json NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.listing_photos (
    listing_id uuid NOT NULL,
    "position" smallint NOT NULL,
    media_id uuid NOT NULL
);

CREATE TABLE public.listing_reviews (
    id uuid NOT NULL,
    listing_id uuid NOT NULL,
    queue text NOT NULL,
    reasons json NOT NULL,
    before json,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    decision text,
    reason_code text,
    text text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    decided_by uuid,
    decision_id uuid,
    CONSTRAINT listing_reviews_closed_is_whole CHECK (((closed_at IS NULL) = (decision IS NULL))),
    CONSTRAINT listing_reviews_decision_known CHECK ((decision = ANY (ARRAY['approve'::text, 'changes'::text, 'block'::text, 'withdrawn'::text]))),
    CONSTRAINT listing_reviews_queue_known CHECK ((queue = ANY (ARRAY['listings'::text, 'edits'::text])))
);

CREATE TABLE public.listing_views (
    listing_id uuid NOT NULL,
    day date NOT NULL,
    people integer NOT NULL,
    CONSTRAINT listing_views_people_positive CHECK ((people > 0))
);

CREATE TABLE public.listings (
    id uuid NOT NULL,
    driver_id uuid NOT NULL,
    status text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    brand text NOT NULL,
    model text NOT NULL,
    year smallint NOT NULL,
    mileage_km integer NOT NULL,
    country_from text NOT NULL,
    price_minor bigint NOT NULL,
    currency text NOT NULL,
    delivery_eta_days integer NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    body_type text DEFAULT ''::text NOT NULL,
    fuel text DEFAULT ''::text NOT NULL,
    transmission text DEFAULT ''::text NOT NULL,
    drive text DEFAULT ''::text NOT NULL,
    engine_cc integer,
    power_hp integer,
    color text DEFAULT ''::text NOT NULL,
    vin text,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    external_id text,
    card json NOT NULL,
    detail json DEFAULT '{}'::json NOT NULL,
    published_at timestamp with time zone,
    sold_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    taken_by uuid,
    drop_from_minor bigint,
    drop_at timestamp with time zone,
    approved_hash bytea,
    CONSTRAINT listings_brand_length CHECK (((char_length(brand) >= 1) AND (char_length(brand) <= 60))),
    CONSTRAINT listings_country_form CHECK ((country_from ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT listings_currency_form CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT listings_description_length CHECK ((char_length(description) <= 8000)),
    CONSTRAINT listings_drop_is_a_fall CHECK ((drop_from_minor > price_minor)),
    CONSTRAINT listings_drop_is_whole CHECK (((drop_from_minor IS NULL) = (drop_at IS NULL))),
    CONSTRAINT listings_eta_range CHECK (((delivery_eta_days >= 1) AND (delivery_eta_days <= 365))),
    CONSTRAINT listings_mileage_range CHECK (((mileage_km >= 0) AND (mileage_km <= 5000000))),
    CONSTRAINT listings_model_length CHECK (((char_length(model) >= 1) AND (char_length(model) <= 80))),
    CONSTRAINT listings_price_positive CHECK ((price_minor > 0)),
    CONSTRAINT listings_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'published'::text, 'paused'::text, 'archived'::text, 'blocked'::text]))),
    CONSTRAINT listings_year_range CHECK (((year >= 1900) AND (year <= 2100)))
);

CREATE TABLE public.login_attempts (
    email_hash bytea NOT NULL,
    window_started_at timestamp with time zone NOT NULL,
    failures integer NOT NULL
);

CREATE TABLE public.media (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    card_sha256 bytea,
    thumb_sha256 bytea,
    width integer NOT NULL,
    height integer NOT NULL,
    size_bytes bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    look bigint,
    received_sha256 bytea,
    text_state text DEFAULT 'none'::text NOT NULL,
    text_read_at timestamp with time zone,
    text_reason text,
    CONSTRAINT media_text_state_known CHECK ((text_state = ANY (ARRAY['none'::text, 'queued'::text, 'clean'::text, 'contact'::text])))
);

CREATE TABLE public.media_uploads (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    client_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    size_bytes bigint NOT NULL,
    received_bytes bigint DEFAULT 0 NOT NULL,
    media_id uuid,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT media_uploads_received_within CHECK (((received_bytes >= 0) AND (received_bytes <= size_bytes))),
    CONSTRAINT media_uploads_sha256_length CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT media_uploads_size_positive CHECK ((size_bytes > 0))
);

CREATE TABLE public.message_drafts (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    body text NOT NULL,
    reply_to bigint,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.message_versions (
    message_id uuid NOT NULL,
    version smallint NOT NULL,
    body text NOT NULL,
    redacted_body text NOT NULL,
    masked boolean NOT NULL,
    flags json NOT NULL,
    written_at timestamp with time zone NOT NULL
);

CREATE TABLE public.messages (
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    seq bigint NOT NULL,
    sender_id uuid,
    client_id uuid,
    body text NOT NULL,
    redacted_body text NOT NULL,
    masked boolean DEFAULT false NOT NULL,
    flags json DEFAULT '{}'::json NOT NULL,
    contact_attempts smallint DEFAULT 0 NOT NULL,
    attachments uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    hidden_attachments uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    reply_to bigint,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    CONSTRAINT messages_reply_to_earlier CHECK (((reply_to >= 1) AND (reply_to <= (seq - 1))))
);

CREATE TABLE public.mutes (
    conversation_id uuid NOT NULL,
    user_id uuid NOT NULL,
    until_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decision_id uuid
);

CREATE TABLE public.notifications (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    dedupe_key text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone
);

CREATE TABLE public.one_time_codes (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    purpose text NOT NULL,
    code_hash bytea NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT one_time_codes_purpose_known CHECK ((purpose = ANY (ARRAY['email_verify'::text, 'password_reset'::text])))
);

CREATE TABLE public.outbox (
    id bigint NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    payload json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    available_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    done_by text[] DEFAULT '{}'::text[] NOT NULL,
    last_error text,
    parked_at timestamp with time zone,
    claimed_by uuid
);

ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.payments (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    provider text NOT NULL,
    provider_ref text,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    captured_minor bigint DEFAULT 0 NOT NULL,
    refunded_minor bigint DEFAULT 0 NOT NULL,
    return_url text,
    confirmation_url text,
    hold_expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT payments_refund_within_capture CHECK (((refunded_minor >= 0) AND (refunded_minor <= captured_minor))),
    CONSTRAINT payments_status_known CHECK ((status = ANY (ARRAY['new'::text, 'pending'::text, 'held'::text, 'captured'::text, 'canceled'::text, 'declined'::text, 'refunded'::text])))
);

CREATE TABLE public.payout_details (
    user_id uuid NOT NULL,
    bic text NOT NULL,
    account text NOT NULL,
    holder text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT payout_details_account_format CHECK ((account ~ '^[0-9]{20}$'::text)),
    CONSTRAINT payout_details_bic_format CHECK ((bic ~ '^[0-9]{9}$'::text)),
    CONSTRAINT payout_details_holder_length CHECK (((char_length(holder) >= 2) AND (char_length(holder) <= 120)))
);

CREATE TABLE public.personal_choices (
    user_id uuid NOT NULL,
    personal boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.photo_readings (
    media_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    taken_until timestamp with time zone,
    queued_at timestamp with time zone NOT NULL,
    CONSTRAINT photo_readings_subject_kind_known CHECK ((subject_kind = ANY (ARRAY['listing'::text, 'message'::text])))
);

CREATE TABLE public.popular_queries (
    query text NOT NULL,
    people integer NOT NULL,
    weight double precision NOT NULL
);

CREATE TABLE public.price_changes (
    listing_id uuid NOT NULL,
    version bigint NOT NULL,
    from_minor bigint NOT NULL,
    from_currency text NOT NULL,
    to_minor bigint NOT NULL,
    to_currency text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT price_changes_from_positive CHECK ((from_minor > 0)),
    CONSTRAINT price_changes_to_positive CHECK ((to_minor > 0))
);

CREATE TABLE public.proposals (
    id uuid NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    title text NOT NULL,
    payload json NOT NULL,
    status text NOT NULL,
    proposed_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    decision_text text DEFAULT ''::text NOT NULL,
    CONSTRAINT proposals_four_eyes CHECK (((decided_by IS NULL) OR (decided_by <> proposed_by))),
    CONSTRAINT proposals_status_known CHECK ((status = ANY (ARRAY['open'::text, 'approved'::text, 'rejected'::text, 'void'::text])))
);

CREATE TABLE public.provider_ops (
    id uuid NOT NULL,
    idempotency_key uuid NOT NULL,
    deal_id uuid NOT NULL,
    payment_id uuid,
    provider text NOT NULL,
    kind text NOT NULL,
    seq integer NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    request json NOT NULL,
    state text NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    provider_ref text,
    accepted boolean DEFAULT false NOT NULL,
    last_http integer,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT provider_ops_kind_known CHECK ((kind = ANY (ARRAY['authorize'::text, 'capture'::text, 'cancel'::text, 'refund'::text, 'payout'::text]))),
    CONSTRAINT provider_ops_state_known CHECK ((state = ANY (ARRAY['new'::text, 'sent'::text, 'succeeded'::text, 'failed'::text, 'unknown'::text])))
);

CREATE TABLE public.quick_replies (
    user_id uuid NOT NULL,
    items text[] NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.refresh_tokens (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    retry_key_hash bytea
);

CREATE TABLE public.reports (
    id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    about_id uuid NOT NULL,
    reporter_id uuid NOT NULL,
    reason text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    decision text,
    decision_text text,
    decided_by uuid,
    CONSTRAINT reports_closed_is_whole CHECK (((closed_at IS NULL) = (decision IS NULL))),
    CONSTRAINT reports_decision_known CHECK ((decision = ANY (ARRAY['no_violation'::text, 'warned'::text, 'removed'::text, 'restricted'::text, 'filter_right'::text, 'filter_wrong'::text]))),
    CONSTRAINT reports_kind_known CHECK ((kind = ANY (ARRAY['listing'::text, 'user'::text, 'message'::text, 'filter'::text])))
);

CREATE TABLE public.reviews (
    id uuid NOT NULL,
    deal_id uuid NOT NULL,
    author_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    rating smallint NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT reviews_comment_length CHECK ((char_length(comment) <= 4000)),
    CONSTRAINT reviews_not_oneself CHECK ((author_id <> subject_id)),
    CONSTRAINT reviews_rating_range CHECK (((rating >= 1) AND (rating <= 5)))
);

CREATE TABLE public.sandbox_faults (
    id bigint NOT NULL,
    kind text NOT NULL,
    mode text NOT NULL,
    remaining integer NOT NULL,
    CONSTRAINT sandbox_faults_mode_known CHECK ((mode = ANY (ARRAY['decline'::text, 'reject'::text, 'unavailable'::text, 'lost_answer'::text, 'no_webhook'::text])))
);

ALTER TABLE public.sandbox_faults ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sandbox_faults_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sandbox_keys (
    idempotency_key text NOT NULL,
    request_hash bytea NOT NULL,
    object_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.sandbox_payments (
    id uuid NOT NULL,
    reference text NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    cancel_reason text,
    captured_minor bigint DEFAULT 0 NOT NULL,
    refunded_minor bigint DEFAULT 0 NOT NULL,
    return_url text,
    description text DEFAULT ''::text NOT NULL,
    hold_expires_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT sandbox_payments_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'three_ds'::text, 'waiting_for_capture'::text, 'succeeded'::text, 'canceled'::text])))
);

CREATE TABLE public.sandbox_transfers (
    id uuid NOT NULL,
    kind text NOT NULL,
    reference text NOT NULL,
    payment_id uuid,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT sandbox_transfers_kind_known CHECK ((kind = ANY (ARRAY['refund'::text, 'payout'::text]))),
    CONSTRAINT sandbox_transfers_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'canceled'::text])))
);

CREATE TABLE public.sandbox_webhooks (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    body text NOT NULL,
    copies integer DEFAULT 1 NOT NULL,
    due_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone
);

CREATE TABLE public.saved_searches (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    alerts text DEFAULT 'instant'::text NOT NULL,
    CONSTRAINT saved_searches_alerts_known CHECK ((alerts = ANY (ARRAY['instant'::text, 'daily'::text, 'off'::text]))),
    CONSTRAINT saved_searches_name_length CHECK ((char_length(name) <= 100))
);

CREATE TABLE public.search_alerts (
    user_id uuid NOT NULL,
    car text NOT NULL,
    listing_id uuid NOT NULL,
    search_id uuid NOT NULL,
    kind text NOT NULL,
    price_minor bigint NOT NULL,
    currency text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    CONSTRAINT search_alerts_kind_known CHECK ((kind = ANY (ARRAY['new'::text, 'cheaper'::text])))
);

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    user_agent text NOT NULL,
    address text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoke_reason text,
    step_up_until timestamp with time zone
);

CREATE TABLE public.setting_changes (
    id bigint NOT NULL,
    name text NOT NULL,
    value text,
    previous text NOT NULL,
    reason text NOT NULL,
    changed_by uuid NOT NULL,
    approved_by uuid,
    at timestamp with time zone NOT NULL
);

ALTER TABLE public.setting_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.setting_changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.staff_macros (
    id uuid NOT NULL,
    title text NOT NULL,
    text_ru text NOT NULL,
    text_en text NOT NULL,
    variables text[] NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.staff_notes (
    id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    author_id uuid NOT NULL,
    text text NOT NULL,
    mentions uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.staff_views (
    staff_id uuid NOT NULL,
    items json NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE public.users (
    id uuid NOT NULL,
    email text NOT NULL,
    email_verified_at timestamp with time zone,
    phone text,
    password_hash text NOT NULL,
    role text NOT NULL,
    permissions integer DEFAULT 0 NOT NULL,
    display_name text NOT NULL,
    locale text DEFAULT 'ru'::text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    kyc_tier smallint DEFAULT 0 NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    rating_sum integer DEFAULT 0 NOT NULL,
    rating_count integer DEFAULT 0 NOT NULL,
    deals_done integer DEFAULT 0 NOT NULL,
    totp_secret bytea,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint DEFAULT 0 NOT NULL,
    notification_settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    status_reason text DEFAULT ''::text NOT NULL,
    register_key bytea,
    register_request_hash bytea,
    register_session_id uuid,
    card json NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    banned_until timestamp with time zone,
    CONSTRAINT users_display_name_length CHECK (((char_length(display_name) >= 1) AND (char_length(display_name) <= 80))),
    CONSTRAINT users_kyc_tier_known CHECK (((kyc_tier >= 0) AND (kyc_tier <= 2))),
    CONSTRAINT users_locale_known CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text]))),
    CONSTRAINT users_role_known CHECK ((role = ANY (ARRAY['buyer'::text, 'driver'::text, 'staff'::text]))),
    CONSTRAINT users_status_known CHECK ((status = ANY (ARRAY['active'::text, 'banned'::text, 'deleted'::text])))
);

CREATE MATERIALIZED VIEW public.stat_cohorts AS
 WITH people AS (
         SELECT users.id,
            users.role,
            (date_trunc('month'::text, (users.created_at AT TIME ZONE 'UTC'::text)))::date AS month
           FROM public.users
          WHERE (users.role = ANY (ARRAY['buyer'::text, 'driver'::text]))
        ), paid AS (
         SELECT DISTINCT p.role,
            p.month,
            p.id,
            (((EXTRACT(year FROM age((f.month)::timestamp with time zone, (p.month)::timestamp with time zone)) * (12)::numeric) + EXTRACT(month FROM age((f.month)::timestamp with time zone, (p.month)::timestamp with time zone))))::integer AS age
           FROM (( SELECT deals.buyer_id AS id,
                    (date_trunc('month'::text, (deals.funded_at AT TIME ZONE 'UTC'::text)))::date AS month
                   FROM public.deals
                  WHERE (deals.funded_at IS NOT NULL)
                UNION
                 SELECT deals.driver_id,
                    (date_trunc('month'::text, (deals.funded_at AT TIME ZONE 'UTC'::text)))::date AS date_trunc
                   FROM public.deals
                  WHERE (deals.funded_at IS NOT NULL)) f
             JOIN people p ON ((p.id = f.id)))
          WHERE (f.month >= p.month)
        )
 SELECT s.role,
    s.month,
    s.size,
    COALESCE(a.age, 0) AS age,
    COALESCE(a.active, (0)::bigint) AS active
   FROM (( SELECT people.role,
            people.month,
            count(*) AS size
           FROM people
          GROUP BY people.role, people.month) s
     LEFT JOIN ( SELECT paid.role,
            paid.month,
            paid.age,
            count(*) AS active
           FROM paid
          GROUP BY paid.role, paid.month, paid.age) a ON (((a.role = s.role) AND (a.month = s.month))))
  WITH NO DATA;

CREATE MATERIALIZED VIEW public.stat_days AS
 SELECT ((m.at AT TIME ZONE 'UTC'::text))::date AS day,
    d.currency,
    count(*) FILTER (WHERE (m.what = 'created'::text)) AS deals,
    count(*) FILTER (WHERE (m.what = 'funded'::text)) AS paid,
    (COALESCE(sum(d.amount_minor) FILTER (WHERE (m.what = 'funded'::text)), (0)::numeric))::bigint AS volume_minor,
    count(*) FILTER (WHERE ((m.what = 'finished'::text) AND (d.status = ANY (ARRAY['released'::text, 'resolved_release'::text, 'resolved_split'::text])))) AS released,
    (COALESCE(sum((d.amount_minor - COALESCE(d.refund_minor, (0)::bigint))) FILTER (WHERE ((m.what = 'finished'::text) AND (d.status = ANY (ARRAY['released'::text, 'resolved_release'::text, 'resolved_split'::text])))), (0)::numeric))::bigint AS released_minor,
    (COALESCE(sum(d.fee_minor) FILTER (WHERE ((m.what = 'finished'::text) AND (d.status = ANY (ARRAY['released'::text, 'resolved_release'::text, 'resolved_split'::text])))), (0)::numeric))::bigint AS fee_minor,
    count(*) FILTER (WHERE ((m.what = 'finished'::text) AND (d.status = 'cancelled'::text))) AS cancelled,
    count(*) FILTER (WHERE ((m.what = 'finished'::text) AND (d.status = 'resolved_refund'::text))) AS refunded,
    count(*) FILTER (WHERE (m.what = 'disputed'::text)) AS disputed
   FROM (public.deals d
     CROSS JOIN LATERAL ( VALUES ('created'::text,d.created_at), ('funded'::text,d.funded_at), ('disputed'::text,d.disputed_at), ('finished'::text,d.finished_at)) m(what, at))
  WHERE (m.at IS NOT NULL)
  GROUP BY (((m.at AT TIME ZONE 'UTC'::text))::date), d.currency
  WITH NO DATA;

CREATE TABLE public.stat_refreshes (
    single boolean DEFAULT true NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT stat_refreshes_single CHECK (single)
);

CREATE MATERIALIZED VIEW public.stat_states AS
 SELECT deals.status,
    count(*) AS deals
   FROM public.deals
  GROUP BY deals.status
  WITH NO DATA;

CREATE MATERIALIZED VIEW public.stat_visits AS
 SELECT v.day,
    (sum(v.views))::bigint AS views,
    (sum(v.chats))::bigint AS chats
   FROM ( SELECT ((interests.last_at AT TIME ZONE 'UTC'::text))::date AS day,
            count(*) AS views,
            0 AS chats
           FROM public.interests
          WHERE (interests.kind = 'view'::text)
          GROUP BY (((interests.last_at AT TIME ZONE 'UTC'::text))::date)
        UNION ALL
         SELECT ((conversations.created_at AT TIME ZONE 'UTC'::text))::date AS timezone,
            0,
            count(*) AS count
           FROM public.conversations
          GROUP BY (((conversations.created_at AT TIME ZONE 'UTC'::text))::date)) v
  GROUP BY v.day
  WITH NO DATA;

CREATE MATERIALIZED VIEW public.stat_waits AS
 SELECT ((w.left_at AT TIME ZONE 'UTC'::text))::date AS day,
    w.state,
    width_bucket((EXTRACT(epoch FROM (w.left_at - w.came_at)))::double precision, ARRAY[(3600)::double precision, (21600)::double precision, (86400)::double precision, (259200)::double precision, (604800)::double precision, (1209600)::double precision, (2592000)::double precision]) AS bucket,
    count(*) AS deals,
    (sum(EXTRACT(epoch FROM (w.left_at - w.came_at))))::bigint AS seconds
   FROM (public.deals d
     CROSS JOIN LATERAL ( VALUES ('created'::text,d.created_at,COALESCE(d.funded_at, d.finished_at)), ('funded'::text,d.funded_at,d.started_at), ('in_transit'::text,d.started_at,d.delivered_at), ('delivered'::text,d.delivered_at,
                CASE
                    WHEN (d.status = 'released'::text) THEN d.finished_at
                    ELSE NULL::timestamp with time zone
                END), ('disputed'::text,d.disputed_at,
                CASE
                    WHEN (d.status = ANY (ARRAY['resolved_refund'::text, 'resolved_release'::text, 'resolved_split'::text])) THEN d.finished_at
                    ELSE NULL::timestamp with time zone
                END)) w(state, came_at, left_at))
  WHERE ((w.came_at IS NOT NULL) AND (w.left_at IS NOT NULL))
  GROUP BY (((w.left_at AT TIME ZONE 'UTC'::text))::date), w.state, (width_bucket((EXTRACT(epoch FROM (w.left_at - w.came_at)))::double precision, ARRAY[(3600)::double precision, (21600)::double precision, (86400)::double precision, (259200)::double precision, (604800)::double precision, (1209600)::double precision, (2592000)::double precision]))
  WITH NO DATA;

CREATE TABLE public.ticket_messages (
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    author_id uuid NOT NULL,
    from_staff boolean NOT NULL,
    body text NOT NULL,
    redacted_body text NOT NULL,
    attachments uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT ticket_messages_body_length CHECK ((char_length(body) <= 8000))
);

CREATE TABLE public.tickets (
    id uuid NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    deal_id uuid,
    opened_by uuid NOT NULL,
    subject text NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT tickets_kind_known CHECK ((kind = ANY (ARRAY['dispute'::text, 'question'::text, 'safety'::text]))),
    CONSTRAINT tickets_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE public.tickets ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tickets_number_seq
    START WITH 5001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.timers (
    kind text NOT NULL,
    subject uuid NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    claimed_until timestamp with time zone,
    last_error text,
    claimed_by uuid
);

CREATE TABLE public.typed_searches (
    user_id uuid NOT NULL,
    query text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT typed_searches_query_length CHECK (((char_length(query) >= 3) AND (char_length(query) <= 60)))
);

CREATE TABLE public.user_decisions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    outcome text NOT NULL,
    reason_code text NOT NULL,
    rule text NOT NULL,
    text text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone NOT NULL,
    appeal_until timestamp with time zone NOT NULL,
    holds_until timestamp with time zone,
    overturned_at timestamp with time zone,
    CONSTRAINT user_decisions_kind_known CHECK ((kind = ANY (ARRAY['listing'::text, 'kyc'::text, 'ban'::text, 'mute'::text, 'conversation'::text, 'dispute'::text])))
);

CREATE TABLE public.user_event_counters (
    user_id uuid NOT NULL,
    seq bigint NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE public.user_events (
    user_id uuid NOT NULL,
    seq bigint NOT NULL,
    type text NOT NULL,
    frame json NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.user_mutes (
    user_id uuid NOT NULL,
    until_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    muted_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decision_id uuid
);

CREATE TABLE public.webhook_in (
    id uuid NOT NULL,
    provider text NOT NULL,
    event_key text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    headers json NOT NULL,
    raw_body bytea NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    processed_at timestamp with time zone,
    effect text,
    error text
);

ALTER TABLE ONLY public.agreement_signatures
    ADD CONSTRAINT agreement_signatures_pkey PRIMARY KEY (user_id, slug, version);

ALTER TABLE ONLY public.alerted_listings
    ADD CONSTRAINT alerted_listings_pkey PRIMARY KEY (listing_id);

ALTER TABLE ONLY public.appeals
    ADD CONSTRAINT appeals_once UNIQUE (decision_id);

ALTER TABLE ONLY public.appeals
    ADD CONSTRAINT appeals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_roots
    ADD CONSTRAINT audit_roots_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.behaviour_events
    ADD CONSTRAINT behaviour_events_pkey PRIMARY KEY (user_id, at, listing_id, kind);

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_pkey PRIMARY KEY (user_id, blocked_id);

ALTER TABLE ONLY public.concept_versions
    ADD CONSTRAINT concept_versions_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_once UNIQUE (listing_id, buyer_id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.data_exports
    ADD CONSTRAINT data_exports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deal_acts
    ADD CONSTRAINT deal_acts_pkey PRIMARY KEY (deal_id, deal_version);

ALTER TABLE ONLY public.deal_amendments
    ADD CONSTRAINT deal_amendments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deal_checkpoints
    ADD CONSTRAINT deal_checkpoints_client_once UNIQUE (deal_id, client_id);

ALTER TABLE ONLY public.deal_checkpoints
    ADD CONSTRAINT deal_checkpoints_order UNIQUE (deal_id, seq);

ALTER TABLE ONLY public.deal_checkpoints
    ADD CONSTRAINT deal_checkpoints_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deal_documents
    ADD CONSTRAINT deal_documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deal_events
    ADD CONSTRAINT deal_events_order UNIQUE (deal_id, seq);

ALTER TABLE ONLY public.deal_events
    ADD CONSTRAINT deal_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_pkey PRIMARY KEY (queue, item_id);

ALTER TABLE ONLY public.desk_viewers
    ADD CONSTRAINT desk_viewers_pkey PRIMARY KEY (queue, item_id, staff_id);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_token_once UNIQUE (token);

ALTER TABLE ONLY public.dispute_evidence
    ADD CONSTRAINT dispute_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.erasure_requests
    ADD CONSTRAINT erasure_requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.escrows
    ADD CONSTRAINT escrows_pkey PRIMARY KEY (deal_id);

ALTER TABLE ONLY public.events_audit
    ADD CONSTRAINT events_audit_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.favourites
    ADD CONSTRAINT favourites_pkey PRIMARY KEY (user_id, listing_id);

ALTER TABLE ONLY public.finance_tasks
    ADD CONSTRAINT finance_tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, key);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_pkey PRIMARY KEY (user_id, listing_id, kind);

ALTER TABLE ONLY public.knowledge_drafts
    ADD CONSTRAINT knowledge_drafts_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.knowledge_pages
    ADD CONSTRAINT knowledge_pages_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_pkey PRIMARY KEY (slug, version);

ALTER TABLE ONLY public.kyc_applications
    ADD CONSTRAINT kyc_applications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kyc_check_documents
    ADD CONSTRAINT kyc_check_documents_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.kyc_checks
    ADD CONSTRAINT kyc_checks_person UNIQUE (provider, external_id, application_id);

ALTER TABLE ONLY public.kyc_checks
    ADD CONSTRAINT kyc_checks_pkey PRIMARY KEY (application_id);

ALTER TABLE ONLY public.kyc_documents
    ADD CONSTRAINT kyc_documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kyc_webhooks
    ADD CONSTRAINT kyc_webhooks_pkey PRIMARY KEY (provider, event_key);

ALTER TABLE ONLY public.ledger_balances
    ADD CONSTRAINT ledger_balances_pkey PRIMARY KEY (deal_id, account, currency);

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_once UNIQUE (dedupe_key);

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_postings
    ADD CONSTRAINT ledger_postings_pkey PRIMARY KEY (entry_id, line);

ALTER TABLE ONLY public.listing_imports
    ADD CONSTRAINT listing_imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.listing_photos
    ADD CONSTRAINT listing_photos_once UNIQUE (listing_id, media_id);

ALTER TABLE ONLY public.listing_photos
    ADD CONSTRAINT listing_photos_pkey PRIMARY KEY (listing_id, "position");

ALTER TABLE ONLY public.listing_reviews
    ADD CONSTRAINT listing_reviews_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.listing_views
    ADD CONSTRAINT listing_views_pkey PRIMARY KEY (listing_id, day);

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_external_once UNIQUE (driver_id, external_id);

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.login_attempts
    ADD CONSTRAINT login_attempts_pkey PRIMARY KEY (email_hash);

ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.media_uploads
    ADD CONSTRAINT media_uploads_client_id_once UNIQUE (owner_id, client_id);

ALTER TABLE ONLY public.media_uploads
    ADD CONSTRAINT media_uploads_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_drafts
    ADD CONSTRAINT message_drafts_pkey PRIMARY KEY (conversation_id, user_id);

ALTER TABLE ONLY public.message_versions
    ADD CONSTRAINT message_versions_pkey PRIMARY KEY (message_id, version);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_client_once UNIQUE (conversation_id, sender_id, client_id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_order UNIQUE (conversation_id, seq);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mutes
    ADD CONSTRAINT mutes_pkey PRIMARY KEY (conversation_id, user_id);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_once UNIQUE (user_id, dedupe_key);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT one_time_codes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payout_details
    ADD CONSTRAINT payout_details_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.personal_choices
    ADD CONSTRAINT personal_choices_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.photo_readings
    ADD CONSTRAINT photo_readings_pkey PRIMARY KEY (media_id, subject_kind, subject_id);

ALTER TABLE ONLY public.popular_queries
    ADD CONSTRAINT popular_queries_pkey PRIMARY KEY (query);

ALTER TABLE ONLY public.price_changes
    ADD CONSTRAINT price_changes_pkey PRIMARY KEY (listing_id, version);

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.provider_ops
    ADD CONSTRAINT provider_ops_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.provider_ops
    ADD CONSTRAINT provider_ops_once UNIQUE (deal_id, kind, seq);

ALTER TABLE ONLY public.provider_ops
    ADD CONSTRAINT provider_ops_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quick_replies
    ADD CONSTRAINT quick_replies_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_once UNIQUE (deal_id, author_id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_faults
    ADD CONSTRAINT sandbox_faults_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_keys
    ADD CONSTRAINT sandbox_keys_pkey PRIMARY KEY (idempotency_key);

ALTER TABLE ONLY public.sandbox_payments
    ADD CONSTRAINT sandbox_payments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_payments
    ADD CONSTRAINT sandbox_payments_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.sandbox_transfers
    ADD CONSTRAINT sandbox_transfers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_transfers
    ADD CONSTRAINT sandbox_transfers_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.sandbox_webhooks
    ADD CONSTRAINT sandbox_webhooks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saved_searches
    ADD CONSTRAINT saved_searches_once UNIQUE (user_id, query);

ALTER TABLE ONLY public.saved_searches
    ADD CONSTRAINT saved_searches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_alerts
    ADD CONSTRAINT search_alerts_pkey PRIMARY KEY (user_id, car);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.setting_changes
    ADD CONSTRAINT setting_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_macros
    ADD CONSTRAINT staff_macros_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_macros
    ADD CONSTRAINT staff_macros_title_once UNIQUE (title);

ALTER TABLE ONLY public.staff_notes
    ADD CONSTRAINT staff_notes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_views
    ADD CONSTRAINT staff_views_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.stat_refreshes
    ADD CONSTRAINT stat_refreshes_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.ticket_messages
    ADD CONSTRAINT ticket_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.timers
    ADD CONSTRAINT timers_pkey PRIMARY KEY (kind, subject);

ALTER TABLE ONLY public.typed_searches
    ADD CONSTRAINT typed_searches_pkey PRIMARY KEY (user_id, query);

ALTER TABLE ONLY public.user_decisions
    ADD CONSTRAINT user_decisions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_event_counters
    ADD CONSTRAINT user_event_counters_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.user_events
    ADD CONSTRAINT user_events_pkey PRIMARY KEY (user_id, seq);

ALTER TABLE ONLY public.user_mutes
    ADD CONSTRAINT user_mutes_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook_in
    ADD CONSTRAINT webhook_in_once UNIQUE (provider, event_key);

ALTER TABLE ONLY public.webhook_in
    ADD CONSTRAINT webhook_in_pkey PRIMARY KEY (id);

CREATE INDEX blocks_of_blocked ON public.blocks USING btree (blocked_id);

CREATE INDEX conversations_of_buyer ON public.conversations USING btree (buyer_id);

CREATE INDEX conversations_of_driver ON public.conversations USING btree (driver_id);

CREATE INDEX data_exports_of_user ON public.data_exports USING btree (user_id, id DESC);

CREATE UNIQUE INDEX data_exports_one_queued ON public.data_exports USING btree (user_id) WHERE (status = 'queued'::text);

CREATE INDEX deal_amendments_of_deal ON public.deal_amendments USING btree (deal_id, id);

CREATE UNIQUE INDEX deal_amendments_one_open ON public.deal_amendments USING btree (deal_id) WHERE (status = 'proposed'::text);

CREATE INDEX deal_documents_by_key ON public.deal_documents USING btree (key_id, id) WHERE (removed_at IS NULL);

CREATE INDEX deal_documents_of_deal ON public.deal_documents USING btree (deal_id, id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX deals_listing_taken ON public.deals USING btree (listing_id) WHERE (status = ANY (ARRAY['funded'::text, 'in_transit'::text, 'delivered'::text, 'disputed'::text]));

CREATE INDEX deals_number ON public.deals USING btree (number);

CREATE UNIQUE INDEX deals_number_unique ON public.deals USING btree (number);

CREATE INDEX deals_of_buyer ON public.deals USING btree (buyer_id, id DESC);

CREATE INDEX deals_of_conversation ON public.deals USING btree (conversation_id);

CREATE INDEX deals_of_driver ON public.deals USING btree (driver_id, id DESC);

CREATE INDEX deals_of_listing ON public.deals USING btree (listing_id);

CREATE INDEX desk_items_by_age ON public.desk_items USING btree (queue, opened_at, item_id) WHERE (closed_at IS NULL);

CREATE INDEX desk_items_by_due ON public.desk_items USING btree (queue, due_at, item_id) INCLUDE (snoozed_until, assigned_to, claimed_by, claimed_until) WHERE (closed_at IS NULL);

CREATE INDEX desk_items_by_priority ON public.desk_items USING btree (queue, ((- priority)), due_at, item_id) WHERE (closed_at IS NULL);

CREATE INDEX desk_items_of_claimant ON public.desk_items USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);

CREATE INDEX desk_items_of_user ON public.desk_items USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX devices_of_user ON public.devices USING btree (user_id, id DESC);

CREATE INDEX dispute_evidence_of_dispute ON public.dispute_evidence USING btree (dispute_id, id);

CREATE INDEX disputes_by_reason ON public.disputes USING btree (reason, closed_at DESC) WHERE (status = 'resolved'::text);

CREATE UNIQUE INDEX disputes_one_open ON public.disputes USING btree (deal_id) WHERE (status = 'open'::text);

CREATE INDEX disputes_queue ON public.disputes USING btree (created_at, id) WHERE (status = 'open'::text);

CREATE INDEX erasure_requests_of_user ON public.erasure_requests USING btree (user_id, id DESC);

CREATE UNIQUE INDEX erasure_requests_one_open ON public.erasure_requests USING btree (user_id) WHERE (status = 'open'::text);

CREATE INDEX events_audit_by_time ON public.events_audit USING btree (at);

CREATE INDEX favourites_by_age ON public.favourites USING btree (user_id, created_at DESC, listing_id DESC);

CREATE INDEX favourites_of_listing ON public.favourites USING btree (listing_id, user_id);

CREATE INDEX finance_tasks_of_deal ON public.finance_tasks USING btree (deal_id) WHERE (deal_id IS NOT NULL);

CREATE INDEX finance_tasks_open ON public.finance_tasks USING btree (created_at) WHERE (resolved_at IS NULL);

CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);

CREATE INDEX interests_by_age ON public.interests USING btree (user_id, last_at DESC);

CREATE INDEX kyc_applications_of_user ON public.kyc_applications USING btree (user_id, created_at DESC);

CREATE UNIQUE INDEX kyc_applications_one_open ON public.kyc_applications USING btree (user_id) WHERE (status = ANY (ARRAY['draft'::text, 'in_review'::text, 'retry'::text]));

CREATE INDEX kyc_applications_queue ON public.kyc_applications USING btree (submitted_at, id) WHERE (status = 'in_review'::text);

CREATE INDEX kyc_documents_of_key ON public.kyc_documents USING btree (key_id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX kyc_documents_one_of_kind ON public.kyc_documents USING btree (application_id, kind) WHERE (removed_at IS NULL);

CREATE INDEX ledger_entries_of_deal ON public.ledger_entries USING btree (deal_id, id);

CREATE INDEX ledger_postings_of_account ON public.ledger_postings USING btree (account, entry_id);

CREATE INDEX ledger_postings_of_deal ON public.ledger_postings USING btree (deal_id, account);

CREATE INDEX listing_imports_of_driver ON public.listing_imports USING btree (driver_id, id DESC);

CREATE INDEX listing_photos_of_media ON public.listing_photos USING btree (media_id);

CREATE INDEX listing_reviews_of_listing ON public.listing_reviews USING btree (listing_id, opened_at DESC);

CREATE UNIQUE INDEX listing_reviews_one_open ON public.listing_reviews USING btree (listing_id) WHERE (closed_at IS NULL);

CREATE INDEX listing_views_by_people ON public.listing_views USING btree (day, people DESC, listing_id);

CREATE INDEX listings_by_change ON public.listings USING btree (updated_at);

CREATE INDEX listings_comparable ON public.listings USING btree (brand, model, year) INCLUDE (price_minor, currency, id) WHERE (status = 'published'::text);

CREATE INDEX listings_of_driver ON public.listings USING btree (driver_id, id DESC);

CREATE INDEX listings_of_driver_by_status ON public.listings USING btree (driver_id, status, id DESC);

CREATE INDEX listings_published ON public.listings USING btree (brand, price_minor) WHERE (status = 'published'::text);

CREATE INDEX listings_published_by_body ON public.listings USING btree (body_type, price_minor) WHERE (status = 'published'::text);

CREATE INDEX listings_vin ON public.listings USING btree (vin) WHERE (vin IS NOT NULL);

CREATE INDEX login_attempts_age ON public.login_attempts USING btree (window_started_at);

CREATE INDEX media_by_hash ON public.media USING btree (sha256);

CREATE INDEX media_look_1 ON public.media USING btree (((look >> 48))) WHERE (look IS NOT NULL);

CREATE INDEX media_look_2 ON public.media USING btree ((((look >> 32) & (65535)::bigint))) WHERE (look IS NOT NULL);

CREATE INDEX media_look_3 ON public.media USING btree ((((look >> 16) & (65535)::bigint))) WHERE (look IS NOT NULL);

CREATE INDEX media_look_4 ON public.media USING btree (((look & (65535)::bigint))) WHERE (look IS NOT NULL);

CREATE INDEX media_of_owner ON public.media USING btree (owner_id, id DESC);

CREATE INDEX notifications_of_user ON public.notifications USING btree (user_id, id DESC);

CREATE INDEX one_time_codes_of_user ON public.one_time_codes USING btree (user_id, purpose, created_at DESC);

CREATE INDEX outbox_events ON public.outbox USING btree (available_at, id) WHERE ((topic <> 'ws'::text) AND (parked_at IS NULL));

CREATE INDEX outbox_events_order ON public.outbox USING btree (topic, key, id) WHERE ((topic <> 'ws'::text) AND (parked_at IS NULL));

CREATE INDEX outbox_frames ON public.outbox USING btree (id) WHERE ((topic = 'ws'::text) AND (parked_at IS NULL));

CREATE INDEX payments_of_deal ON public.payments USING btree (deal_id, id);

CREATE UNIQUE INDEX payments_one_live ON public.payments USING btree (deal_id) WHERE (status = ANY (ARRAY['held'::text, 'captured'::text]));

CREATE UNIQUE INDEX payments_provider_ref ON public.payments USING btree (provider, provider_ref) WHERE (provider_ref IS NOT NULL);

CREATE INDEX payout_details_of_account ON public.payout_details USING btree (account, bic);

CREATE INDEX photo_readings_oldest ON public.photo_readings USING btree (queued_at);

CREATE INDEX proposals_by_status ON public.proposals USING btree (status, id DESC);

CREATE UNIQUE INDEX proposals_one_open ON public.proposals USING btree (kind, subject) WHERE (status = 'open'::text);

CREATE INDEX provider_ops_by_ref ON public.provider_ops USING btree (provider, provider_ref) WHERE (provider_ref IS NOT NULL);

CREATE INDEX provider_ops_open ON public.provider_ops USING btree (next_try_at) WHERE (state = ANY (ARRAY['new'::text, 'sent'::text, 'unknown'::text]));

CREATE INDEX provider_ops_payouts ON public.provider_ops USING btree (id DESC) WHERE (kind = 'payout'::text);

CREATE INDEX refresh_tokens_of_session ON public.refresh_tokens USING btree (session_id);

CREATE INDEX reports_of_thing ON public.reports USING btree (kind, subject_id) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX reports_one_open ON public.reports USING btree (reporter_id, kind, subject_id) WHERE (closed_at IS NULL);

CREATE INDEX reports_queue ON public.reports USING btree (created_at, id) WHERE (closed_at IS NULL);

CREATE INDEX reviews_of_subject ON public.reviews USING btree (subject_id, id DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX sandbox_webhooks_of_event ON public.sandbox_webhooks USING btree (event_id);

CREATE INDEX saved_searches_by_age ON public.saved_searches USING btree (created_at, id);

CREATE INDEX search_alerts_of_listing ON public.search_alerts USING btree (listing_id);

CREATE INDEX search_alerts_of_search ON public.search_alerts USING btree (search_id);

CREATE INDEX search_alerts_waiting ON public.search_alerts USING btree (user_id, created_at) WHERE (told_at IS NULL);

CREATE INDEX sessions_age ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_by_address ON public.sessions USING btree (address, user_id) WHERE (address <> ''::text);

CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id, created_at DESC);

CREATE INDEX sessions_revoked ON public.sessions USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

CREATE INDEX setting_changes_of_name ON public.setting_changes USING btree (name, id DESC);

CREATE INDEX staff_notes_of_subject ON public.staff_notes USING btree (subject_kind, subject_id, id DESC);

CREATE UNIQUE INDEX stat_cohorts_once ON public.stat_cohorts USING btree (role, month, age);

CREATE UNIQUE INDEX stat_days_once ON public.stat_days USING btree (day, currency);

CREATE UNIQUE INDEX stat_states_once ON public.stat_states USING btree (status);

CREATE UNIQUE INDEX stat_visits_once ON public.stat_visits USING btree (day);

CREATE UNIQUE INDEX stat_waits_once ON public.stat_waits USING btree (day, state, bucket);

CREATE INDEX ticket_messages_of_ticket ON public.ticket_messages USING btree (ticket_id, id);

CREATE INDEX tickets_of_deal ON public.tickets USING btree (deal_id) WHERE (deal_id IS NOT NULL);

CREATE INDEX tickets_of_user ON public.tickets USING btree (opened_by, id DESC);

CREATE INDEX tickets_open ON public.tickets USING btree (id) WHERE (status = 'open'::text);

CREATE INDEX timers_due ON public.timers USING btree (due_at);

CREATE INDEX typed_searches_by_query ON public.typed_searches USING btree (query) INCLUDE (at);

CREATE INDEX user_decisions_of_subject ON public.user_decisions USING btree (subject_id, id DESC);

CREATE INDEX user_decisions_of_user ON public.user_decisions USING btree (user_id, id DESC);

CREATE INDEX user_events_age ON public.user_events USING brin (created_at) WITH (pages_per_range='32');

CREATE INDEX users_by_age ON public.users USING btree (id DESC);

CREATE UNIQUE INDEX users_email_unique ON public.users USING btree (lower(email));

CREATE INDEX users_phone ON public.users USING btree (phone) WHERE (phone IS NOT NULL);

CREATE INDEX users_register_key ON public.users USING btree (register_key) WHERE (register_key IS NOT NULL);

CREATE INDEX webhook_in_open ON public.webhook_in USING btree (received_at) WHERE (processed_at IS NULL);

CREATE TRIGGER agreement_signatures_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement_signatures FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_roots_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_roots FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER concept_versions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.concept_versions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER deal_checkpoints_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.deal_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER deal_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.deal_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER events_audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events_audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER knowledge_versions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.knowledge_versions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER ledger_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE CONSTRAINT TRIGGER ledger_entry_sums_to_zero AFTER INSERT ON public.ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.ledger_check_entry();

CREATE CONSTRAINT TRIGGER ledger_posting_sums_to_zero AFTER INSERT ON public.ledger_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.ledger_check_posting();

CREATE TRIGGER ledger_postings_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER ledger_postings_balance AFTER INSERT ON public.ledger_postings FOR EACH ROW EXECUTE FUNCTION public.ledger_keep_balance();

CREATE TRIGGER setting_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.setting_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.agreement_signatures
    ADD CONSTRAINT agreement_signatures_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.agreement_signatures
    ADD CONSTRAINT agreement_signatures_version_exists FOREIGN KEY (slug, version) REFERENCES public.knowledge_versions(slug, version);

ALTER TABLE ONLY public.alerted_listings
    ADD CONSTRAINT alerted_listings_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.appeals
    ADD CONSTRAINT appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.appeals
    ADD CONSTRAINT appeals_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.user_decisions(id);

ALTER TABLE ONLY public.behaviour_events
    ADD CONSTRAINT behaviour_events_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.behaviour_events
    ADD CONSTRAINT behaviour_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.concept_versions
    ADD CONSTRAINT concept_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_driver_id_fkey FOREIGN KEY (driver_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id);

ALTER TABLE ONLY public.data_exports
    ADD CONSTRAINT data_exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.deal_acts
    ADD CONSTRAINT deal_acts_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.deal_amendments
    ADD CONSTRAINT deal_amendments_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.deal_checkpoints
    ADD CONSTRAINT deal_checkpoints_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.deal_documents
    ADD CONSTRAINT deal_documents_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.deal_documents
    ADD CONSTRAINT deal_documents_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.deal_events
    ADD CONSTRAINT deal_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.deal_events
    ADD CONSTRAINT deal_events_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_driver_id_fkey FOREIGN KEY (driver_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.users(id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.desk_items
    ADD CONSTRAINT desk_items_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.dispute_evidence
    ADD CONSTRAINT dispute_evidence_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.dispute_evidence
    ADD CONSTRAINT dispute_evidence_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES public.disputes(id);

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.disputes
    ADD CONSTRAINT disputes_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id);

ALTER TABLE ONLY public.erasure_requests
    ADD CONSTRAINT erasure_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.erasure_requests
    ADD CONSTRAINT erasure_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.escrows
    ADD CONSTRAINT escrows_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.escrows
    ADD CONSTRAINT escrows_payee_id_fkey FOREIGN KEY (payee_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.escrows
    ADD CONSTRAINT escrows_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.events_audit
    ADD CONSTRAINT events_audit_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.favourites
    ADD CONSTRAINT favourites_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id);

ALTER TABLE ONLY public.favourites
    ADD CONSTRAINT favourites_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.finance_tasks
    ADD CONSTRAINT finance_tasks_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.finance_tasks
    ADD CONSTRAINT finance_tasks_op_id_fkey FOREIGN KEY (op_id) REFERENCES public.provider_ops(id);

ALTER TABLE ONLY public.finance_tasks
    ADD CONSTRAINT finance_tasks_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id);

ALTER TABLE ONLY public.interests
    ADD CONSTRAINT interests_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.knowledge_drafts
    ADD CONSTRAINT knowledge_drafts_slug_fkey FOREIGN KEY (slug) REFERENCES public.knowledge_pages(slug);

ALTER TABLE ONLY public.knowledge_drafts
    ADD CONSTRAINT knowledge_drafts_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.knowledge_pages
    ADD CONSTRAINT knowledge_pages_current_version_exists FOREIGN KEY (slug, current_version) REFERENCES public.knowledge_versions(slug, version);

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_slug_fkey FOREIGN KEY (slug) REFERENCES public.knowledge_pages(slug);

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.kyc_applications
    ADD CONSTRAINT kyc_applications_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.kyc_applications
    ADD CONSTRAINT kyc_applications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.kyc_check_documents
    ADD CONSTRAINT kyc_check_documents_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.kyc_documents(id);

ALTER TABLE ONLY public.kyc_checks
    ADD CONSTRAINT kyc_checks_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.kyc_applications(id);

ALTER TABLE ONLY public.kyc_documents
    ADD CONSTRAINT kyc_documents_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.kyc_applications(id);

ALTER TABLE ONLY public.ledger_balances
    ADD CONSTRAINT ledger_balances_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.ledger_entries
    ADD CONSTRAINT ledger_entries_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.ledger_postings
    ADD CONSTRAINT ledger_postings_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.ledger_postings
    ADD CONSTRAINT ledger_postings_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.ledger_entries(id);

ALTER TABLE ONLY public.listing_imports
    ADD CONSTRAINT listing_imports_driver_id_fkey FOREIGN KEY (driver_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.listing_photos
    ADD CONSTRAINT listing_photos_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id);

ALTER TABLE ONLY public.listing_photos
    ADD CONSTRAINT listing_photos_media_id_fkey FOREIGN KEY (media_id) REFERENCES public.media(id);

ALTER TABLE ONLY public.listing_reviews
    ADD CONSTRAINT listing_reviews_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.listing_reviews
    ADD CONSTRAINT listing_reviews_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.user_decisions(id);

ALTER TABLE ONLY public.listing_reviews
    ADD CONSTRAINT listing_reviews_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.listing_views
    ADD CONSTRAINT listing_views_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_driver_id_fkey FOREIGN KEY (driver_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.deals(id);

ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.media_uploads
    ADD CONSTRAINT media_uploads_media_id_fkey FOREIGN KEY (media_id) REFERENCES public.media(id);

ALTER TABLE ONLY public.media_uploads
    ADD CONSTRAINT media_uploads_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.message_drafts
    ADD CONSTRAINT message_drafts_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.message_drafts
    ADD CONSTRAINT message_drafts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.message_versions
    ADD CONSTRAINT message_versions_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.messages(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.mutes
    ADD CONSTRAINT mutes_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES public.conversations(id);

ALTER TABLE ONLY public.mutes
    ADD CONSTRAINT mutes_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.user_decisions(id);

ALTER TABLE ONLY public.mutes
    ADD CONSTRAINT mutes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.one_time_codes
    ADD CONSTRAINT one_time_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.payout_details
    ADD CONSTRAINT payout_details_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.personal_choices
    ADD CONSTRAINT personal_choices_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.photo_readings
    ADD CONSTRAINT photo_readings_media_id_fkey FOREIGN KEY (media_id) REFERENCES public.media(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.price_changes
    ADD CONSTRAINT price_changes_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.provider_ops
    ADD CONSTRAINT provider_ops_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.provider_ops
    ADD CONSTRAINT provider_ops_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payments(id);

ALTER TABLE ONLY public.quick_replies
    ADD CONSTRAINT quick_replies_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_about_id_fkey FOREIGN KEY (about_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.sandbox_transfers
    ADD CONSTRAINT sandbox_transfers_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.sandbox_payments(id);

ALTER TABLE ONLY public.saved_searches
    ADD CONSTRAINT saved_searches_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.search_alerts
    ADD CONSTRAINT search_alerts_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.search_alerts
    ADD CONSTRAINT search_alerts_search_id_fkey FOREIGN KEY (search_id) REFERENCES public.saved_searches(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.search_alerts
    ADD CONSTRAINT search_alerts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.setting_changes
    ADD CONSTRAINT setting_changes_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.setting_changes
    ADD CONSTRAINT setting_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.staff_macros
    ADD CONSTRAINT staff_macros_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.staff_notes
    ADD CONSTRAINT staff_notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.staff_views
    ADD CONSTRAINT staff_views_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.ticket_messages
    ADD CONSTRAINT ticket_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.ticket_messages
    ADD CONSTRAINT ticket_messages_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id);

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES public.deals(id);

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.typed_searches
    ADD CONSTRAINT typed_searches_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_decisions
    ADD CONSTRAINT user_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_decisions
    ADD CONSTRAINT user_decisions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_event_counters
    ADD CONSTRAINT user_event_counters_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_mutes
    ADD CONSTRAINT user_mutes_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.user_decisions(id);

ALTER TABLE ONLY public.user_mutes
    ADD CONSTRAINT user_mutes_muted_by_fkey FOREIGN KEY (muted_by) REFERENCES public.users(id);

ALTER TABLE ONLY public.user_mutes
    ADD CONSTRAINT user_mutes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);
