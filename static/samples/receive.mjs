// npm install standardwebhooks express; save as receive.mjs
import express from "express";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);
const seen = new Set(); // better a table with a unique column: it outlives a restart

const app = express();
app.post("/notifications", express.raw({ type: "application/json" }), (request, response) => {
  let event;
  try {
    event = webhook.verify(request.body, request.headers);
  } catch {
    return response.sendStatus(401);
  }
  if (!seen.has(request.headers["webhook-id"])) {
    seen.add(request.headers["webhook-id"]);
    console.log(event.job_id, event.status, event.message);
  }
  return response.sendStatus(204);
});
app.listen(process.env.PORT ?? 8080);
