import type { Stripe } from "stripe";
import { bare, row, type Row } from "./row.js";

/** GET calls: one thing, lists with filters and ranges, searches. */
export const reads: readonly Row[] = [
  bare("GetCustomersCustomer", ["cus_1"], (s, [id]) => s.customers.retrieve(id)),
  row("GetCustomersCustomer", ["cus_1"], (s, [id], p: Stripe.CustomerRetrieveParams) => s.customers.retrieve(id, p), {
    expand: ["default_source", "subscriptions.data.items"],
  }),
  bare("GetInvoicesInvoice", ["in_ü/é"], (s, [id]) => s.invoices.retrieve(id)),
  bare("GetChargesCharge", ["ch_1"], (s, [id]) => s.charges.retrieve(id)),
  bare("GetEventsId", ["evt_1"], (s, [id]) => s.events.retrieve(id)),
  bare("GetCustomersCustomerTaxIdsId", ["cus_1", "txi_1"], (s, [customer, id]) =>
    s.customers.retrieveTaxId(customer, id),
  ),
  bare("GetCustomers", [], (s) => s.customers.list()),
  row("GetCustomers", [], (s, _, p: Stripe.CustomerListParams) => s.customers.list(p), {
    limit: 3,
    created: { gte: 1_700_000_000, lt: 1_767_225_600 },
    email: "jenny+rosen@example.com",
  }),
  row("GetCustomers", [], (s, _, p: Stripe.CustomerListParams) => s.customers.list(p), {
    created: 1_700_000_000,
    starting_after: "cus_0",
    expand: ["data.tax", "data.sources"],
  }),
  row("GetInvoices", [], (s, _, p: Stripe.InvoiceListParams) => s.invoices.list(p), {
    status: "open",
    due_date: { gt: 5, lte: 10 },
    created: { gt: 1 },
    collection_method: "send_invoice",
  }),
  row("GetCharges", [], (s, _, p: Stripe.ChargeListParams) => s.charges.list(p), {
    ending_before: "ch_9",
    transfer_group: "ORDER 95 & more",
  }),
  row("GetSubscriptions", [], (s, _, p: Stripe.SubscriptionListParams) => s.subscriptions.list(p), {
    status: "all",
    automatic_tax: { enabled: true },
    current_period_end: { lt: 9 },
  }),
  row("GetPrices", [], (s, _, p: Stripe.PriceListParams) => s.prices.list(p), {
    active: false,
    lookup_keys: ["gold", "silver & bronze"],
    recurring: { interval: "month" },
  }),
  row("GetEvents", [], (s, _, p: Stripe.EventListParams) => s.events.list(p), {
    types: ["charge.failed", "invoice.paid"],
    delivery_success: true,
  }),
  row("GetBalanceTransactions", [], (s, _, p: Stripe.BalanceTransactionListParams) => s.balanceTransactions.list(p), {
    type: "charge",
    payout: "po_1",
  }),
  row(
    "GetInvoicesInvoiceLines",
    ["in_1"],
    (s, [id], p: Stripe.InvoiceListLineItemsParams) => s.invoices.listLineItems(id, p),
    { limit: 100 },
  ),
  row(
    "GetCustomersCustomerPaymentMethods",
    ["cus_1"],
    (s, [id], p: Stripe.CustomerListPaymentMethodsParams) => s.customers.listPaymentMethods(id, p),
    { type: "card" },
  ),
  row("GetProducts", [], (s, _, p: Stripe.ProductListParams) => s.products.list(p), {
    ids: ["prod_1", "prod_2"],
    url: "https://example.com/?q=a+b",
  }),
  row("GetCustomersSearch", [], (s, _, p: Stripe.CustomerSearchParams) => s.customers.search(p), {
    query: `name:"Jane Doe" AND metadata["foo"]:'bar' -email~"a+b&c=d"`,
    limit: 10,
  }),
  row("GetInvoicesSearch", [], (s, _, p: Stripe.InvoiceSearchParams) => s.invoices.search(p), {
    query: "total>999 AND created<1767225600",
    page: "WyJhIl0=",
    expand: ["total_count"],
  }),
  row("GetPaymentIntentsSearch", [], (s, _, p: Stripe.PaymentIntentSearchParams) => s.paymentIntents.search(p), {
    query: "status:'succeeded'",
  }),
  row("GetCreditNotesPreview", [], (s, _, p: Stripe.CreditNotePreviewParams) => s.creditNotes.preview(p), {
    invoice: "in_1",
    lines: [{ type: "custom_line_item", description: "x", unit_amount: 1, quantity: 2 }],
    metadata: { a: "b" },
  }),
];
