import type { Stripe } from "stripe";
import { bare, row, type Row } from "./row.js";

/** POST calls on something that is there, and DELETE. */
export const changes: readonly Row[] = [
  row(
    "PostInvoicesInvoiceSend",
    ["in_123"],
    (s, [id], p: Stripe.InvoiceSendInvoiceParams) => s.invoices.sendInvoice(id, p),
    {
      expand: ["customer", "lines.data.discounts"],
    },
  ),
  bare("PostInvoicesInvoiceSend", ["in_123"], (s, [id]) => s.invoices.sendInvoice(id)),
  bare("PostInvoicesInvoiceFinalize", ["in_123"], (s, [id]) => s.invoices.finalizeInvoice(id)),
  row("PostInvoicesInvoicePay", ["in_123"], (s, [id], p: Stripe.InvoicePayParams) => s.invoices.pay(id, p), {
    paid_out_of_band: true,
    mandate: "",
  }),
  bare("PostInvoicesInvoiceVoid", ["in_123"], (s, [id]) => s.invoices.voidInvoice(id)),
  row(
    "PostCustomersCustomer",
    ["cus/1?x#y z"],
    (s, [id], p: Stripe.CustomerUpdateParams) => s.customers.update(id, p),
    { name: "a path parameter that must be escaped" },
  ),
  row("PostCustomersCustomer", ["cus_1"], (s, [id], p: Stripe.CustomerUpdateParams) => s.customers.update(id, p), {
    metadata: "",
    shipping: "",
    invoice_settings: { custom_fields: "" },
  }),
  row(
    "PostSubscriptionsSubscriptionExposedId",
    ["sub_1"],
    (s, [id], p: Stripe.SubscriptionUpdateParams) => s.subscriptions.update(id, p),
    {
      items: [
        { id: "si_1", deleted: true },
        { id: "si_2", quantity: 0 },
      ],
      cancel_at_period_end: false,
      cancel_at: "",
      proration_behavior: "none",
    },
  ),
  row("PostSubscriptionItems", [], (s, _, p: Stripe.SubscriptionItemCreateParams) => s.subscriptionItems.create(p), {
    subscription: "sub_1",
    price: "price_1",
  }),
  row(
    "PostPaymentIntentsIntentConfirm",
    ["pi_1"],
    (s, [id], p: Stripe.PaymentIntentConfirmParams) => s.paymentIntents.confirm(id, p),
    { payment_method: "pm_1", return_url: "https://example.com/?a=b" },
  ),
  row(
    "PostPaymentIntentsIntentCapture",
    ["pi_1"],
    (s, [id], p: Stripe.PaymentIntentCaptureParams) => s.paymentIntents.capture(id, p),
    { amount_to_capture: 750 },
  ),
  row(
    "PostPaymentMethodsPaymentMethodAttach",
    ["pm_1"],
    (s, [id], p: Stripe.PaymentMethodAttachParams) => s.paymentMethods.attach(id, p),
    { customer: "cus_1" },
  ),
  row("PostDisputesDispute", ["dp_1"], (s, [id], p: Stripe.DisputeUpdateParams) => s.disputes.update(id, p), {
    evidence: { customer_name: "Jenny", uncategorized_text: "line 1\r\nline 2" },
    submit: false,
  }),
  row(
    "PostCustomersCustomerBalanceTransactions",
    ["cus_1"],
    (s, [id], p: Stripe.CustomerCreateBalanceTransactionParams) => s.customers.createBalanceTransaction(id, p),
    { amount: -500, currency: "usd" },
  ),
  row(
    "PostTransfersIdReversals",
    ["tr_1"],
    (s, [id], p: Stripe.TransferCreateReversalParams) => s.transfers.createReversal(id, p),
    { amount: 100, refund_application_fee: true },
  ),
  row(
    "PostTransfersTransferReversalsId",
    ["tr_1", "trr_2"],
    (s, [transfer, id], p: Stripe.TransferUpdateReversalParams) => s.transfers.updateReversal(transfer, id, p),
    { metadata: { order: "1" } },
  ),
  bare("DeleteCustomersCustomer", ["cus_1"], (s, [id]) => s.customers.del(id)),
  bare("DeleteProductsId", ["prod_1"], (s, [id]) => s.products.del(id)),
  bare("DeleteInvoicesInvoice", ["in_1"], (s, [id]) => s.invoices.del(id)),
  bare("DeleteCustomersCustomerTaxIdsId", ["cus_1", "txi_1"], (s, [customer, id]) =>
    s.customers.deleteTaxId(customer, id),
  ),
  bare("DeleteSubscriptionsSubscriptionExposedId", ["sub_1"], (s, [id]) => s.subscriptions.cancel(id)),
  row(
    "DeleteSubscriptionsSubscriptionExposedId",
    ["sub_1"],
    (s, [id], p: Stripe.SubscriptionCancelParams) => s.subscriptions.cancel(id, p),
    { invoice_now: true, cancellation_details: { comment: "too dear", feedback: "too_expensive" } },
    "a form on DELETE",
  ),
  row(
    "DeleteSubscriptionItemsItem",
    ["si_1"],
    (s, [id], p: Stripe.SubscriptionItemDeleteParams) => s.subscriptionItems.del(id, p),
    { proration_behavior: "none" },
    "a form on DELETE",
  ),
];
