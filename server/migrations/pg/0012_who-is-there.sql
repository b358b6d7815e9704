DROP INDEX "persons_left";--> statement-breakpoint
CREATE INDEX "persons_community" ON "persons" USING btree ("community_id","id");--> statement-breakpoint
CREATE INDEX "role_grants_division" ON "role_grants" USING btree ("division","role","person_id");--> statement-breakpoint
CREATE INDEX "persons_left" ON "persons" USING btree ("left_at") WHERE left_at is not null;