import { createClient as billingClient } from "@shop/billing";
import { createClient as shippingClient } from "@shop/shipping";
import { placeOrder } from "./order.js";

const { BILLING_URL, BILLING_TOKEN, SHIPPING_URL, SHIPPING_KEY } = process.env;

const billing = billingClient({
  auth: { token: BILLING_TOKEN },
  ...(BILLING_URL !== undefined && { baseUrl: BILLING_URL }),
});
const shipping = shippingClient({
  auth: { key: SHIPPING_KEY },
  ...(SHIPPING_URL !== undefined && { baseUrl: SHIPPING_URL }),
});

const to = { street: "Rue du Lac 1", city: "Biel", country: "CH" };
console.log(await placeOrder({ id: "o1", total: { amount: 4200, currency: "CHF" }, to }, billing, shipping));
