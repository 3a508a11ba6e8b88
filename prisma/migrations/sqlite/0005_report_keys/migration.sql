-- CreateIndex
CREATE UNIQUE INDEX "extension_effect_key_key" ON "extension"("effect_key");
