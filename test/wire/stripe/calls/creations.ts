import type { Stripe } from "stripe";
import { row, type Row } from "./row.js";

/** POST calls that make something: nested objects, arrays, arrays of objects, maps. */
export const creations: readonly Row[] = [
  row("PostCustomers", [], (s, _, p: Stripe.CustomerCreateParams) => s.customers.create(p), {}),
  row("PostCustomers", [], (s, _, p: Stripe.CustomerCreateParams) => s.customers.create(p), {
    name: "Jenny Rosen & Söhne",
    email: "jenny+rosen@example.com",
    description: "100 % of = signs; quotes \" and ' too, * ( ) !",
    metadata: { order_id: "6735", "a key": "a value", empty: "" },
  }),
  row("PostCustomers", [], (s, _, p: Stripe.CustomerCreateParams) => s.customers.create(p), {
    address: { line1: "1 Main St\nFloor 2", city: "Zürich", country: "CH", postal_code: "8001" },
    shipping: { name: "Jenny", address: { line1: "2 Main St" }, phone: "+41 44 000 00 00" },
    preferred_locales: ["de-CH", "fr"],
    tax_id_data: [
      { type: "eu_vat", value: "DE123456789" },
      { type: "gb_vat", value: "GB123456789" },
    ],
    invoice_settings: {
      custom_fields: [
        { name: "PO", value: "42" },
        { name: "VAT", value: "x" },
      ],
      footer: "",
    },
    tax: { validate_location: "deferred" },
    expand: ["tax", "invoice_settings.default_payment_method"],
  }),
  row("PostCustomers", [], (s, _, p: Stripe.CustomerCreateParams) => s.customers.create(p), {
    name: "emoji 🎉 and\ttab",
    preferred_locales: [],
    metadata: {},
    address: {},
    balance: -100,
    tax_exempt: "",
  }),
  row("PostCustomers", [], (s, _, p: Stripe.CustomerCreateParams) => s.customers.create(p), {
    metadata: { "a[b]": "c", "d&e=f": "g", ü: "ö" },
  }),
  row("PostPaymentIntents", [], (s, _, p: Stripe.PaymentIntentCreateParams) => s.paymentIntents.create(p), {
    amount: 2000,
    currency: "usd",
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  }),
  row("PostPaymentIntents", [], (s, _, p: Stripe.PaymentIntentCreateParams) => s.paymentIntents.create(p), {
    amount: 0,
    currency: "eur",
    confirm: true,
    off_session: "one_off",
    payment_method_data: {
      type: "sepa_debit",
      sepa_debit: { iban: "DE89370400440532013000" },
      billing_details: { name: "Jenny", address: { country: "DE" }, email: "j@example.com" },
      metadata: { nested: "yes" },
    },
    payment_method_options: { card: { request_three_d_secure: "any", installments: { enabled: false } } },
    mandate_data: {
      customer_acceptance: {
        type: "online",
        online: { ip_address: "127.0.0.1", user_agent: "Mozilla/5.0 (X11; Linux)" },
      },
    },
    shipping: { name: "Jenny", address: { line1: "1 Main St" }, carrier: "UPS" },
    transfer_data: { destination: "acct_1", amount: 1000 },
  }),
  row("PostSetupIntents", [], (s, _, p: Stripe.SetupIntentCreateParams) => s.setupIntents.create(p), {
    customer: "cus_1",
    flow_directions: ["inbound", "outbound"],
    usage: "off_session",
    single_use: { amount: 5, currency: "usd" },
  }),
  row("PostProducts", [], (s, _, p: Stripe.ProductCreateParams) => s.products.create(p), {
    name: "Gold",
    images: ["https://example.com/a.png?x=1&y=2", "https://example.com/b.png"],
    marketing_features: [{ name: "fast" }, { name: "small" }],
    package_dimensions: { height: 1.5, length: 2, weight: 0.25, width: 10 },
    default_price_data: { currency: "usd", unit_amount: 1000, recurring: { interval: "month", interval_count: 3 } },
    shippable: false,
  }),
  row("PostPrices", [], (s, _, p: Stripe.PriceCreateParams) => s.prices.create(p), {
    currency: "usd",
    product_data: { name: "Gold", metadata: { a: "1" } },
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    recurring: { interval: "month", usage_type: "metered" },
    tiers: [
      { up_to: 10, unit_amount: 500 },
      { up_to: "inf", flat_amount: 100, unit_amount: 400 },
    ],
  }),
  row("PostPrices", [], (s, _, p: Stripe.PriceCreateParams) => s.prices.create(p), {
    currency: "usd",
    product: "prod_1",
    unit_amount: 1000,
    currency_options: { eur: { unit_amount: 950, tax_behavior: "inclusive" }, jpy: { unit_amount: 150_000 } },
    transform_quantity: { divide_by: 5, round: "up" },
  }),
  row("PostSubscriptions", [], (s, _, p: Stripe.SubscriptionCreateParams) => s.subscriptions.create(p), {
    customer: "cus_1",
    items: [
      { price: "price_1", quantity: 2, metadata: { seat: "a" } },
      {
        price_data: { currency: "usd", product: "prod_1", recurring: { interval: "year" }, unit_amount: 5 },
        tax_rates: ["txr_1", "txr_2"],
      },
    ],
    add_invoice_items: [{ price: "price_2", discounts: [{ coupon: "c1" }, { promotion_code: "promo_1" }] }],
    trial_end: "now",
    billing_cycle_anchor_config: { day_of_month: 31 },
    payment_settings: {
      payment_method_types: ["card"],
      payment_method_options: { card: { mandate_options: { amount: 100, amount_type: "maximum" } } },
      save_default_payment_method: "on_subscription",
    },
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
    expand: ["latest_invoice.payment_intent"],
  }),
  row(
    "PostSubscriptionSchedules",
    [],
    (s, _, p: Stripe.SubscriptionScheduleCreateParams) => s.subscriptionSchedules.create(p),
    {
      customer: "cus_1",
      start_date: 1_767_225_600,
      end_behavior: "release",
      phases: [
        { items: [{ price: "price_1", quantity: 1 }], trial: true, metadata: { phase: "1" } },
        { items: [{ price: "price_2" }, { price: "price_3" }], default_tax_rates: ["txr_1"] },
      ],
    },
  ),
  row("PostInvoices", [], (s, _, p: Stripe.InvoiceCreateParams) => s.invoices.create(p), {
    customer: "cus_1",
    collection_method: "send_invoice",
    days_until_due: 30,
    auto_advance: false,
    custom_fields: [{ name: "PO", value: "7" }],
    discounts: "",
    payment_settings: { payment_method_types: ["card", "us_bank_account"] },
    shipping_details: { name: "Jenny", address: { city: "Bern" }, phone: "" },
    automatic_tax: { enabled: true, liability: { type: "account", account: "acct_1" } },
  }),
  row("PostInvoicesCreatePreview", [], (s, _, p: Stripe.InvoiceCreatePreviewParams) => s.invoices.createPreview(p), {
    customer: "cus_1",
    invoice_items: [{ amount: 500, currency: "usd", period: { start: 1, end: 2 }, metadata: { a: "b" } }],
    subscription_details: {
      items: [{ id: "si_1", deleted: true }, { price: "price_1" }],
      proration_behavior: "always_invoice",
    },
  }),
  row("PostInvoiceitems", [], (s, _, p: Stripe.InvoiceItemCreateParams) => s.invoiceItems.create(p), {
    customer: "cus_1",
    amount: -250,
    currency: "usd",
    discountable: false,
    tax_rates: ["txr_1"],
  }),
  row("PostCheckoutSessions", [], (s, _, p: Stripe.Checkout.SessionCreateParams) => s.checkout.sessions.create(p), {
    mode: "payment",
    success_url: "https://example.com/ok?session={CHECKOUT_SESSION_ID}",
    line_items: [
      { price: "price_1", quantity: 1, adjustable_quantity: { enabled: true, minimum: 1, maximum: 5 } },
      {
        quantity: 2,
        price_data: {
          currency: "usd",
          unit_amount: 100,
          product_data: { name: "T-shirt", images: ["https://example.com/t.png"], metadata: { size: "M" } },
        },
      },
    ],
    custom_fields: [
      {
        key: "size",
        label: { type: "custom", custom: "Size" },
        type: "dropdown",
        dropdown: {
          options: [
            { label: "S", value: "s" },
            { label: "M", value: "m" },
          ],
        },
      },
    ],
    shipping_address_collection: { allowed_countries: ["CH", "DE"] },
    shipping_options: [
      {
        shipping_rate_data: {
          display_name: "Ground",
          type: "fixed_amount",
          fixed_amount: { amount: 500, currency: "usd" },
          delivery_estimate: { minimum: { unit: "day", value: 3 } },
        },
      },
    ],
    consent_collection: { terms_of_service: "required" },
    payment_intent_data: { metadata: { order: "1" }, capture_method: "manual" },
    phone_number_collection: { enabled: true },
  }),
  row("PostPaymentLinks", [], (s, _, p: Stripe.PaymentLinkCreateParams) => s.paymentLinks.create(p), {
    line_items: [{ price: "price_1", quantity: 1 }],
    after_completion: { type: "redirect", redirect: { url: "https://example.com/thanks#top" } },
    restrictions: { completed_sessions: { limit: 3 } },
  }),
  row("PostPaymentMethods", [], (s, _, p: Stripe.PaymentMethodCreateParams) => s.paymentMethods.create(p), {
    type: "card",
    card: { token: "tok_visa" },
    billing_details: { address: { postal_code: "94107" } },
  }),
  row("PostRefunds", [], (s, _, p: Stripe.RefundCreateParams) => s.refunds.create(p), {
    payment_intent: "pi_1",
    reason: "requested_by_customer",
    reverse_transfer: true,
  }),
  row("PostCoupons", [], (s, _, p: Stripe.CouponCreateParams) => s.coupons.create(p), {
    percent_off: 12.5,
    duration: "repeating",
    duration_in_months: 3,
    applies_to: { products: ["prod_1", "prod_2"] },
  }),
  row("PostTaxRates", [], (s, _, p: Stripe.TaxRateCreateParams) => s.taxRates.create(p), {
    display_name: "VAT",
    percentage: 7.7,
    inclusive: false,
  }),
  row("PostCreditNotes", [], (s, _, p: Stripe.CreditNoteCreateParams) => s.creditNotes.create(p), {
    invoice: "in_1",
    lines: [
      { type: "invoice_line_item", invoice_line_item: "il_1", quantity: 1 },
      { type: "custom_line_item", description: "Goodwill", unit_amount: 100, quantity: 1, tax_rates: "" },
    ],
  }),
  row("PostQuotes", [], (s, _, p: Stripe.QuoteCreateParams) => s.quotes.create(p), {
    customer: "cus_1",
    line_items: [{ price: "price_1", quantity: 3, discounts: "" }],
    subscription_data: { effective_date: "current_period_end", trial_period_days: 14 },
  }),
  row("PostAccounts", [], (s, _, p: Stripe.AccountCreateParams) => s.accounts.create(p), {
    type: "custom",
    country: "US",
    business_type: "individual",
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    individual: { first_name: "Jenny", dob: { day: 1, month: 2, year: 1990 }, metadata: { a: "b" } },
    tos_acceptance: { date: 1_767_225_600, ip: "127.0.0.1" },
    settings: { payouts: { schedule: { interval: "weekly", weekly_anchor: "monday" } } },
  }),
  row("PostWebhookEndpoints", [], (s, _, p: Stripe.WebhookEndpointCreateParams) => s.webhookEndpoints.create(p), {
    url: "https://example.com/hook?a=1&b=2",
    enabled_events: ["charge.failed", "*"],
  }),
  row("PostShippingRates", [], (s, _, p: Stripe.ShippingRateCreateParams) => s.shippingRates.create(p), {
    display_name: "Ground",
    type: "fixed_amount",
    fixed_amount: { amount: 500, currency: "usd", currency_options: { eur: { amount: 450 } } },
  }),
  row("PostTransfers", [], (s, _, p: Stripe.TransferCreateParams) => s.transfers.create(p), {
    amount: 400,
    currency: "usd",
    destination: "acct_1",
    transfer_group: "ORDER/95?#",
  }),
  row("PostIssuingCards", [], (s, _, p: Stripe.Issuing.CardCreateParams) => s.issuing.cards.create(p), {
    currency: "usd",
    type: "virtual",
    cardholder: "ich_1",
    spending_controls: {
      allowed_categories: ["fast_food_restaurants", "bakeries"],
      spending_limits: [
        { amount: 1000, interval: "daily", categories: ["bakeries"] },
        { amount: 5000, interval: "monthly" },
      ],
    },
  }),
];
