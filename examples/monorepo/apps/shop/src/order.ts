import { createInvoice, isApiError, type Client as Billing, type Money } from "@shop/billing";
import { createParcel, type Address, type Client as Shipping } from "@shop/shipping";

export interface Order {
  readonly id: string;
  readonly total: Money;
  readonly to: Address;
}

/** Bills an order and sends it. Gives what to tell the customer. */
export async function placeOrder(order: Order, billing: Billing, shipping: Shipping): Promise<string> {
  try {
    const invoice = await createInvoice(billing, { body: { order: order.id, total: order.total } });
    const parcel = await createParcel(shipping, { body: { order: order.id, to: order.to } });
    return `invoice ${invoice.id}, parcel ${parcel.id} is ${parcel.status}`;
  } catch (error) {
    if (isApiError(error, createInvoice, 422)) return `not billed: ${error.body.title}`;
    throw error;
  }
}
